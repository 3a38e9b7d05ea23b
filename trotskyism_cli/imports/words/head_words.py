"""Data: what teachers call questions, options and answers, in many languages.

Compared without accents and case, so that `Reponse` and `RÉPONSE` match too.
"""

import unicodedata
from functools import cache
from typing import Literal, NamedTuple


class Words(NamedTuple):
    """A language's names for the parts of a question, separated by `|`."""

    question: str
    option: str
    answer: str
    explanation: str


LANGUAGES = {
    "English": Words(
        "question|questions|question text|questiontext|question title|question stem|the question|"
        "statement|stem|text|prompt|item|q",
        "option|choice|answer|answer option|answer choice|alternative|possible answer|response|opt|ans",
        "answer|answers|ans|true/false|true or false|t/f|correct|right|key|correct ans|"
        "which one|answer key|answer index|correct index|solution|solutions|correct answer|"
        "correct answers|right answer|right answers|correct option|correct options|"
        "right option|right options|correct choice|correct response|correct letter|"
        "letter|answer letter|answer text|answer number|correct answer text|"
        "correct answer letter|correct answer number|"
        "correct option number|correct option letter|correct option index|correct choice number|correct number",
        "explanation|answer explanation|feedback|general feedback|rationale|justification|comment|comments",
    ),
    "Arabic": Words(
        "السؤال|سؤال|نص السؤال",
        "الخيار|خيار|اختيار|الاختيار",
        "الإجابة|الجواب|الإجابة الصحيحة|الجواب الصحيح",
        "شرح|الشرح|تفسير|التفسير",
    ),
    "Azerbaijani": Words("sual", "variant|cavab", "cavab|düzgün cavab|doğru cavab", "izah"),
    "Armenian": Words("հարց", "տարբերակ|պատասխան", "պատասխան|ճիշտ պատասխան|ճիշտ տարբերակ", "բացատրություն"),
    "Basque": Words("galdera", "aukera|erantzun", "erantzuna|erantzun zuzena", "azalpena"),
    "Bengali": Words(
        "প্রশ্ন",
        "বিকল্প",
        "উত্তর|সঠিক উত্তর|সঠিক|উত্তরমালা",
        "ব্যাখ্যা",
    ),
    "Bulgarian": Words(
        "въпрос|твърдение",
        "отговор|вариант|опция",
        "верен отговор|правилен отговор|верен|правилен|ключ|вярно|отговори",
        "обяснение",
    ),
    "Catalan": Words(
        "pregunta|afirmació|enunciat",
        "opció|resposta",
        "resposta correcta|correcta|solució|solucions",
        "explicació",
    ),
    "Chinese": Words(
        "题干|题目|问题|題目|試題",
        "选项|選項",
        "答案|正确答案|正確答案|参考答案|答案解析|正确选项|正確選項",
        "解析|解释|解釋",
    ),
    "Croatian, Serbian": Words(
        "pitanje|питање|tvrdnja|тврдња",
        "odgovor|opcija|ponuđeni odgovor|одговор|опција",
        "odgovor|točan odgovor|tačan odgovor|ispravan odgovor|одговор|тачан одговор|točno|tačno|rješenje|rješenja|"
        "решење|решења|ključ|točan|tačan",
        "objašnjenje|obrazloženje|објашњење",
    ),
    "Czech": Words(
        "otázka|otázky|tvrzení|úloha|znění otázky|zadání",
        "možnost|odpověď",
        "odpověď|správná odpověď|správná možnost|správně|správná|řešení|klíč",
        "vysvětlení",
    ),
    "Danish": Words(
        "spørgsmål|udsagn|påstand",
        "svarmulighed|valgmulighed|mulighed|svar",
        "svar|rigtigt svar|korrekt svar|facit|rigtig|rigtigt|sandt|løsning|løsninger",
        "forklaring",
    ),
    "Dutch": Words(
        "vraag|vragen|stelling|bewering",
        "optie|keuze|antwoord|antwoordmogelijkheid|antwoordoptie",
        "antwoord|oplossing|juiste antwoord|juist antwoord|correct antwoord|goede antwoord|goed antwoord|"
        "antwoorden|oplossingen|juist|sleutel",
        "uitleg|toelichting|verklaring",
    ),
    "Finnish": Words(
        "kysymys|väittämä|väite",
        "vaihtoehto|vastausvaihtoehto|vastaus",
        "vastaus|oikea vastaus|oikea vaihtoehto|oikea|vastaukset|oikeat vastaukset|ratkaisu|ratkaisut",
        "selitys|perustelu",
    ),
    "French": Words(
        "question|affirmation|énoncé|intitulé",
        "réponse|proposition|choix|rép",
        "réponse|bonne réponse|réponse correcte|option correcte|correcte|corrigé|corrigés|solution|bonne|juste|"
        "réponse juste|rép juste|bonne rép|correct",
        "explication|commentaire",
    ),
    "Georgian": Words(
        "კითხვა|შეკითხვა",
        "ვარიანტი|პასუხი",
        "პასუხი|სწორი პასუხი|სწორი|გასაღები|პასუხები",
        "განმარტება",
    ),
    "German": Words(
        "frage|fragen|fragetext|aufgabe|aussage|behauptung|these",
        "antwort|antwortmöglichkeit|auswahl|auswahlmöglichkeit|möglichkeit|antw",
        "antwort|richtig|richtige antwort|korrekte antwort|richtige antworten|lösung|lösungen|richtige option|"
        "korrekt|loesung|lsg|richtig ist|richtigen|richtige|lösungsschlüssel|schlüssel|lösung buchstabe",
        "erklärung|begründung|erläuterung",
    ),
    "Greek": Words(
        "ερώτηση|ερώτημα|εκφώνηση",
        "επιλογή|απάντηση",
        "απάντηση|σωστή απάντηση|ορθή απάντηση|σωστή επιλογή|σωστό|σωστή|ορθή",
        "εξήγηση|επεξήγηση|αιτιολόγηση",
    ),
    "Hebrew": Words(
        "שאלה|השאלה",
        "תשובה|אפשרות",
        "תשובה|תשובה נכונה|התשובה הנכונה|נכונה|נכון",
        "הסבר",
    ),
    "Hindi": Words(
        "प्रश्न|सवाल",
        "विकल्प",
        "उत्तर|सही उत्तर|सही विकल्प|सही जवाब",
        "व्याख्या|स्पष्टीकरण",
    ),
    "Hungarian": Words(
        "kérdés|kérdések|állítás",
        "válasz|válaszlehetőség|lehetőség|opció",
        "válasz|helyes válasz|jó válasz|helyes|megoldás|megoldókulcs|megoldások",
        "magyarázat|indoklás",
    ),
    "Indonesian, Malay": Words(
        "pertanyaan|soal|soalan",
        "pilihan|pilihan jawaban|opsi|jawaban|jawapan",
        "jawaban|jawaban benar|jawaban yang benar|kunci jawaban|kunci|jawapan|jawapan betul|benar",
        "penjelasan|pembahasan",
    ),
    "Italian": Words(
        "domanda|domande|affermazione|quesito|testo della domanda",
        "risposta|opzione|scelta|risp",
        "risposta|soluzione|risposta corretta|risposta esatta|opzione corretta|corretta|esatta|giusta|"
        "risposta giusta|risp esatta|risp corretta|soluzioni|sol|chiave",
        "spiegazione",
    ),
    "Japanese": Words(
        "問題|問題文|質問|問い|設問",
        "選択肢|答え|回答|解答",
        "正解|答え|解答|回答|正答|正解番号",
        "解説|説明",
    ),
    "Kazakh": Words("сұрақ", "нұсқа|жауап", "жауап|дұрыс жауап", "түсіндірме"),
    "Korean": Words(
        "질문|문제|문항",
        "보기|선택지|선지",
        "정답|답",
        "해설|설명",
    ),
    "Norwegian": Words(
        "spørsmål|påstand",
        "alternativ|svaralternativ|svar",
        "svar|riktig svar|rett svar|fasit|riktig|rett|løsning|løsninger",
        "forklaring|begrunnelse",
    ),
    "Persian": Words(
        "سوال|سؤال|پرسش",
        "گزینه",
        "پاسخ|جواب|پاسخ صحیح|پاسخ درست|گزینه صحیح|گزینه درست|کلید|پاسخنامه",
        "توضیح|توضیحات",
    ),
    "Polish": Words(
        "pytanie|pytania|stwierdzenie|zdanie",
        "opcja|odpowiedź|wariant|odp",
        "odpowiedź|poprawna odpowiedź|prawidłowa odpowiedź|poprawna|prawidłowa|klucz|klucz odpowiedzi|odpowiedzi|"
        "odp|poprawna odp|prawidłowa odp",
        "wyjaśnienie|uzasadnienie",
    ),
    "Portuguese": Words(
        "pergunta|perguntas|questão|enunciado|afirmação",
        "opção|alternativa|resposta|alt",
        "resposta|resposta correta|opção correta|alternativa correta|resposta certa|correta|certa|gabarito",
        "explicação|justificativa|comentário",
    ),
    "Romanian": Words(
        "întrebare|întrebarea|întrebări|afirmație|enunț",
        "opțiune|opțiunea|variantă|varianta|răspuns|răspunsul",
        "răspuns|răspuns corect|răspunsul corect|varianta corectă|corect|corectă|cheie|cheia|răspunsuri|barem",
        "explicație|explicația|justificare",
    ),
    "Russian": Words(
        "вопрос|вопросы|текст вопроса|вопрос теста|утверждение|задание",
        "ответ|вариант|вариант ответа",
        "ответ|ответы|правильный ответ|верный ответ|правильный|верный|правильно|верно|ключ|верного|эталон|ключи|"
        "эталоны",
        "пояснение|объяснение|комментарий|обоснование",
    ),
    "Slovak": Words(
        "otázka|otázky|tvrdenie",
        "možnosť|odpoveď",
        "odpoveď|správna odpoveď|správna možnosť|správne|správna|riešenie|riešenia|kľúč",
        "vysvetlenie",
    ),
    "Slovene": Words(
        "vprašanje|trditev",
        "možnost|odgovor",
        "odgovor|pravilen odgovor|pravilni odgovor|pravilno|rešitev|rešitve|ključ",
        "razlaga|pojasnilo",
    ),
    "Spanish": Words(
        "pregunta|preguntas|enunciado|afirmación",
        "respuesta|opción",
        "respuesta|correcta|respuesta correcta|opción correcta|correcto|clave|solución|buena|clave de respuestas|"
        "solucionario|soluciones",
        "explicación|retroalimentación|justificación",
    ),
    "Swedish": Words(
        "fråga|frågor|påstående",
        "alternativ|svarsalternativ|svar",
        "svar|rätt svar|korrekt svar|facit|rätt|rätt alternativ",
        "förklaring|motivering",
    ),
    "Swahili": Words(
        "swali",
        "chaguo",
        "jibu|jibu sahihi|majibu",
        "maelezo",
    ),
    "Thai": Words(
        "คำถาม|โจทย์",
        "ตัวเลือก",
        "คำตอบ|คำตอบที่ถูกต้อง|เฉลย",
        "คำอธิบาย",
    ),
    "Turkish": Words(
        "soru|sorular|soru metni|ifade",
        "seçenek|şık|şıkkı",
        "cevap|cevap anahtarı|doğru cevap|doğru şık|yanıt|doğru yanıt",
        "açıklama",
    ),
    "Ukrainian": Words(
        "питання|запитання|текст питання|твердження",
        "варіант|варіант відповіді|відповідь",
        "відповідь|правильний варіант|правильна відповідь|вірна відповідь|правильна|вірна|відповіді|ключ",
        "пояснення",
    ),
    "Uzbek": Words("savol", "variant|javob", "javob|to'g'ri javob|to‘g‘ri javob|toʻgʻri javob", "izoh|tushuntirish"),
    "Albanian": Words(
        "pyetja|pyetje",
        "opsioni|alternativa|përgjigjja",
        "përgjigjja|përgjigjja e saktë|përgjigja|përgjigja e saktë",
        "shpjegimi",
    ),
    "Amharic": Words("ጥያቄ", "ምርጫ", "መልስ|ትክክለኛ መልስ", "ማብራሪያ"),
    "Belarusian": Words("пытанне", "варыянт", "адказ|правільны адказ", "тлумачэнне"),
    "Estonian": Words(
        "küsimus|väide",
        "variant|vastusevariant|valik",
        "vastus|õige vastus|õige|võti|vastused",
        "selgitus",
    ),
    "Icelandic": Words("spurning", "valkostur|svarmöguleiki", "svar|rétt svar", "skýring|útskýring"),
    "Irish": Words("ceist", "rogha", "freagra|an freagra ceart|freagra ceart", "míniú"),
    "Latvian": Words("jautājums", "variants|atbilžu variants|atbilde", "atbilde|pareizā atbilde", "paskaidrojums"),
    "Lithuanian": Words(
        "klausimas|teiginys",
        "variantas|atsakymas",
        "atsakymas|teisingas atsakymas|teisingas|teisingai|raktas|atsakymai",
        "paaiškinimas",
    ),
    "Macedonian": Words("прашање", "опција|одговор", "одговор|точен одговор", "објаснување"),
    "Marathi, Nepali": Words("प्रश्न", "पर्याय|विकल्प", "उत्तर|बरोबर उत्तर|योग्य उत्तर|सही उत्तर", "स्पष्टीकरण"),
    "Mongolian": Words("асуулт", "сонголт|хувилбар", "хариулт|зөв хариулт", "тайлбар"),
    "Sinhala": Words("ප්‍රශ්නය|ප්‍රශ්න", "විකල්පය", "පිළිතුර|නිවැරදි පිළිතුර", "පැහැදිලි කිරීම"),
    "Tagalog": Words("tanong", "pagpipilian", "sagot|tamang sagot", "paliwanag"),
    "Tamil": Words("கேள்வி|வினா", "விருப்பம்", "விடை|சரியான விடை|பதில்|சரியான பதில்", "விளக்கம்"),
    "Telugu": Words("ప్రశ్న", "ఎంపిక", "సమాధానం|సరైన సమాధానం|జవాబు", "వివరణ"),
    "Urdu": Words("سوال", "آپشن|انتخاب", "جواب|درست جواب|صحیح جواب", "وضاحت"),
    "Uzbek in Cyrillic": Words("савол", "вариант|жавоб", "жавоб|тўғри жавоб", "изоҳ"),
    "Welsh": Words("cwestiwn", "dewis|opsiwn", "ateb|ateb cywir|yr ateb cywir", "esboniad|eglurhad"),
    "Vietnamese": Words(
        "câu hỏi",
        "phương án|lựa chọn|đáp án|câu trả lời",
        "đáp án|đáp án đúng|câu trả lời đúng|trả lời|đúng",
        "giải thích|lời giải",
    ),
}
# Further headings of a key below a test, mostly plurals of "answer".
KEYS = (
    "zgjidhjet|përgjigjet|svör|lausnir|atbildes|одговори|решенија|erantzunak|freagraí|atebion|cevaplar|απαντήσεις|λύσεις|"
    "תשובות|الإجابات|مفتاح الإجابات|उत्तर कुंजी|उत्तरमाला|정답표|mga sagot|respostes|respostas|soluções|lösningar|"
    "جوابات|адказы|жауаптар|javoblar|cavablar|պատասխաններ|odpovědi|odpovede|válaszok|odgovori|réponses|respuestas|"
    "risposte|antworten|svar|solutions|answer sheet|marking scheme|mark scheme|key|anahtar|"
    "antwoordmodel|griglia di correzione|griglia|grille de correction|erwartungshorizont|schemat punktowania|"
    "barem de corectare|απαντησεισ|απαντησεις|λυσεισ"
)


def plain(text: str) -> str:
    """The text without accents and in lower case."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", "".join(each for each in apart if unicodedata.category(each) != "Mn"))


@cache
def named(part: Literal["question", "option", "answer", "explanation"]) -> tuple[str, ...]:
    """All names for a part of a question in all languages, plain, each once."""
    return tuple(dict.fromkeys(plain(name) for words in LANGUAGES.values() for name in getattr(words, part).split("|")))


_CALLED = dict.fromkeys(name for words in LANGUAGES.values() for name in words.option.split("|"))
# to be matched as a whole: `alternativa` is not option A named `alternativ`
CALLED = frozenset((*_CALLED, *map(plain, _CALLED)))
OPTION_WORDS = "|".join(sorted(CALLED))
