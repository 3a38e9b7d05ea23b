"""Data: further names for columns of question tables and fields of cards."""

# By role.
OTHERS = {
    "category": "chapter|category|topic|subject|section|unit|theme|tag|tags|quiz|lesson|"
    "thema|kategorie|kapitel|thème|catégorie|tema|categoría|categoria|тема|категория|категорія|kategoria|kategori",
    "response": "response|type|question type|answer type|qtype|typ|fragetyp|tipo|тип|тип вопроса",
    "id": "id|question id|idnumber|id number|uid|guid",
    "notes": "notes",
    "source": "source|sources|reference|references|citation|quelle|quellen|quellenangabe|beleg|référence|références|"
    "fuente|fuentes|fonte|fonti|fontes|bron|bronnen|źródło|źródła|zdroj|zdroje|källa|källor|kilde|kilder|lähde|"
    "forrás|izvor|sursa|kaynak|πηγή|источник|источники|джерело|джерела|източник|出典|来源|المصدر|מקור",
    "prompts": "prompts",
    "tolerance": "tolerance|margin|margin of error|accepted error|±|+/-|toleranz|tolérance|tolerancia|"
    "tolleranza|tolerância|tolerantie|tolerans|допуск|погрешность|tolerancja",
    "front": "front|vorderseite|recto|anverso|лицевая сторона",
    "back": "back|rückseite|verso|reverso|оборотная сторона",
    "term": "term|word|expression|begriff|wort|terme|mot|término|palabra|termo|palavra|termine|parola|begrip|woord|"
    "термин|слово|понятие|термін|pojęcie|słowo|pojem|slovo|begrepp|ord",
    "definition": "definition|meaning|translation|bedeutung|übersetzung|définition|traduction|definición|significado|"
    "traducción|definição|tradução|definizione|traduzione|betekenis|vertaling|definitie|определение|значение|перевод|"
    "визначення|переклад|definicja|znaczenie|tłumaczenie|definice|překlad|betydelse|översättning|betydning",
}
# Names of languages, which fields with translations are called.
TONGUES = frozenset(
    "arabic chinese danish dutch english french german greek hebrew italian japanese korean latin norwegian polish "
    "portuguese russian spanish swedish turkish ukrainian deutsch englisch franzosisch italienisch latein russisch "
    "spanisch anglais allemand espagnol francais italien russe ingles aleman espanol frances italiano ruso portugues "
    "inglese francese tedesco spagnolo russo engels duits frans nederlands engelska svenska angielski niemiecki polski "
    "русскии англиискии немецкии французскии украінська 日本語 中文 英語 한국어 영어 "
    "dansk engelsk tysk fransk svensk norsk finska finnish saksa englanti ruotsi suomi "
    "islandsk nederlands deens angol nemet francia magyar engleza germana franceza romana anglictina nemcina cestina "
    "slovencina engleski njemacki nemacki hrvatski srpski anglescina nemscina polski ingilizce almanca turkce".split()
)
# Names of columns with the mark an answer earns, plain.
EARNED = frozenset(
    "score point points fraction weight credit punkte puntos punti pontos poang poeng баллы балл бали punkty body puan "
    "%".split()
)
# Names of a field that holds all options.
OFFERING = "options|choices|distractors|alternatives|optionen|opciones|choix|варианты"
