"""Data: words for true, false and wrong options in many languages."""

from trotskyism_cli.imports.words.head_words import plain

# Names of wrong options, as patterns.
WRONG = (
    r"distractors?|distracteurs?|pengecoh",
    r"(?:wrong|incorrect|false)(?: answers?| options?| choices?| responses?)?",
    r"falsch(?:e antwort(?:en)?|e)?",
    r"(?:mauvaises?|fausses?) réponses?|réponses? (?:incorrecte|fausse)s?",
    r"(?:respuestas? )?incorrectas?",
    r"(?:risposta |risposte )?(?:sbagliat|errat)[ae]",
    r"(?:resposta |respostas )?(?:incorreta|errada)s?",
    r"คำตอบที่ผิด|ตัวเลือกที่ผิด",
    r"греш(?:ен|ни)(?: отговори?)?|napač(?:en|ni)(?: odgovori?)?|vale(?:d)?(?: vastus(?:ed)?)?",
    r"(?:не(?:правильн|верн)(?:ый|ые)|неправильна)(?: ответы?| відповідь)?",
    r"fout(?:e?)(?: antwoord(?:en)?)?|onjuist antwoord",
    r"(?:błędna|niepoprawna|zła) odpowiedź",
    r"(?:špatná|nesprávná) odpověď|nesprávna odpoveď",
    r"fel(?:aktigt)?(?: svar)?|forkert svar|feil svar|galt svar",
    r"yanlış(?: cevap)?|väärä vastaus|(?:rossz|helytelen) válasz|λάθος απάντηση",
    r"răspuns (?:greșit|incorect)|(?:pogrešan|netočan|netačan) odgovor|jawaban salah|đáp án sai",
    r"(?:ال)?إجابة (?:ال)?خاطئة|गलत उत्तर|תשובה שגויה|错误(?:答案|选项)|錯誤(?:答案|選項)|干扰项|干擾項",
    r"(?:不正解|誤答|오답|λάθος)\s?[1-9]",  # with a number; without it, it may be a column to tick
)
# Words for true and false.
_TRUE = (
    "вярно|vertader|õige|درست|صحيح|صح|صحیح|točno|tačno|тачно|tiesa|oikein|σωστό|נכון|सही|ถูก|riktig|rigtigt|sann|"
    "resnično|drži|taisnība|ja|oui|si|sí|sim|да|так|tak|ano|evet|igen|taip|jah|ναι|כן|हाँ|はい|네|是|juist|correcto|"
    "correct|right|true|t|yes|richtig|wahr|vrai|verdadero|verdadeiro|vero|верно|правда|waar|sant|sandt|prawda|pravda|"
    "doğru|igaz|adevărat|benar|đúng|참|对|正确"
)
_FALSE = (
    "грешно|невярно|vale|väär|نادرست|غلط|خطأ|netočno|netačno|нетачно|netiesa|väärin|λάθος|שגוי|לא נכון|गलत|ผิด|galt|"
    "feil|forkert|neresnično|ne drži|nepatiesa|nein|nee|nej|nei|non|não|нет|ні|nie|ne|hayır|nem|ei|όχι|לא|नहीं|いいえ|"
    "아니요|否|fout|onjuist|incorrecto|incorrect|wrong|false|f|no|falsch|faux|falso|неверно|ложь|неправда|onwaar|falskt|"
    "usant|falsk|fałsz|nepravda|yanlış|hamis|fals|salah|sai|거짓|错|错误"
)
TRUTH = dict.fromkeys(_TRUE.split("|"), True) | dict.fromkeys(_FALSE.split("|"), False)
TRUTH |= {plain(word): true for word, true in TRUTH.items()}
