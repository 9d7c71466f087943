import Article
import Ingest
import JSON
import Testing

struct `The language of an article` {
    /// A few sentences each, written for this test.
    static let texts: [(String, String)] = [
        (
            "en",
            "The council has not said when the dam will be built, and the people who live there have been waiting for years."
        ),
        (
            "es",
            "El consejo no ha dicho cuándo se va a construir la presa, y los vecinos que viven en el valle esperan desde hace años una respuesta."
        ),
        (
            "fr",
            "Le conseil n'a pas dit quand le barrage sera construit, et les habitants de la vallée attendent une réponse depuis des années, mais personne ne vient."
        ),
        (
            "de",
            "Der Rat hat nicht gesagt, wann der Damm gebaut wird, und die Leute, die im Tal wohnen, warten seit Jahren auf eine Antwort."
        ),
        (
            "it",
            "Il consiglio non ha detto quando la diga sarà costruita, e gli abitanti della valle aspettano una risposta da anni, ma nessuno è venuto."
        ),
        (
            "pt",
            "O conselho não disse quando a barragem vai ser construída, e os moradores do vale esperam há anos por uma resposta que não chega."
        ),
        (
            "nl",
            "De raad heeft niet gezegd wanneer de dam wordt gebouwd, en de mensen die in het dal wonen wachten al jaren op een antwoord van de minister."
        ),
        (
            "sv",
            "Rådet har inte sagt när dammen ska byggas, och de som bor i dalen har väntat på ett svar från ministern under många år."
        ),
        (
            "da",
            "Rådet har ikke sagt, hvornår dæmningen skal bygges, og de folk, der bor i dalen, har ventet på et svar i mange år. Men hvad skal de gøre efter alt det?"
        ),
        (
            "no",
            "Rådet har ikke sagt når dammen skal bygges, og de som bor i dalen har ventet på svar i mange år. Men hva skal de gjøre etter alt dette, sier noen av dem."
        ),
        (
            "fi",
            "Neuvosto ei ole sanonut, milloin pato rakennetaan, ja laakson asukkaat ovat odottaneet vastausta vuosia, mutta se ei ole vielä tullut."
        ),
        (
            "pl",
            "Rada nie powiedziała, kiedy zapora zostanie zbudowana, a ludzie, którzy tam mieszkają, czekają na odpowiedź od lat, ale jej nie ma."
        ),
        (
            "cs",
            "Rada neřekla, kdy se přehrada bude stavět, a lidé, kteří v údolí žijí, na odpověď čekají už řadu let, ale nikdo jim nic nepřinesl."
        ),
        (
            "sk",
            "Rada nepovedala, kedy sa priehrada bude stavať, a ľudia, ktorí v údolí žijú, na odpoveď čakajú už roky, ale nikto im ju ešte nedal."
        ),
        (
            "hu",
            "A tanács nem mondta meg, hogy mikor épül meg a gát, és az emberek, akik a völgyben élnek, már évek óta várnak a válaszra, de az nem jön."
        ),
        (
            "ro",
            "Consiliul nu a spus când va fi construit barajul, iar oamenii care trăiesc în vale așteaptă de ani de zile un răspuns din partea lui și nu vine."
        ),
        (
            "tr",
            "Konsey barajın ne zaman yapılacağını söylemedi ve vadide yaşayan insanlar yıllardır bir cevap bekliyor, ama bu cevap için çok geç olabilir."
        ),
        (
            "hr",
            "Vijeće nije reklo kada će se brana graditi, a ljudi koji žive u dolini čekaju na odgovor već godinama, ali ga još nema od ministra."
        ),
        (
            "id",
            "Dewan itu tidak mengatakan kapan bendungan akan dibangun, dan orang yang tinggal di lembah itu sudah menunggu jawaban dari menteri."
        ),
        (
            "vi",
            "Hội đồng không nói khi nào con đập sẽ được xây, và những người sống trong thung lũng đã chờ một câu trả lời từ nhiều năm nay."
        ),
        (
            "et",
            "Nõukogu ei ole öelnud, millal tamm ehitatakse, ja inimesed, kes seal elavad, on vastust oodanud juba aastaid, aga seda ei ole."
        ),
        (
            "ca",
            "El consell no ha dit quan es construirà la presa, i els veïns que viuen a la vall esperen una resposta des de fa anys, però aquesta no ha arribat amb el ministre."
        ),
        (
            "ru",
            "Совет не сказал, когда будет построена плотина, и люди, которые там живут, ждут ответа уже много лет, но его всё ещё нет."
        ),
        (
            "uk",
            "Рада не сказала, коли буде збудована гребля, і люди, які там живуть, чекають на відповідь уже багато років, але її ще немає."
        ),
        (
            "bg",
            "Съветът не каза кога ще бъде построен язовирът, а хората, които живеят там, чакат отговор от години, но той още не е дошъл."
        ),
        (
            "sr",
            "Савет није рекао када ће се градити брана, а људи који живе у долини чекају на одговор већ годинама, али га још нема од министра."
        ),
        ("el", "Το συμβούλιο δεν είπε πότε θα χτιστεί το φράγμα."), ("he", "המועצה לא אמרה מתי ייבנה הסכר."),
        (
            "ar",
            "لم يقل المجلس متى سيتم بناء السد، وقال الناس الذين يعيشون في الوادي إن الجواب لم يصل إلى هذه القرية بعد كل هذا."
        ),
        (
            "fa",
            "شورا نگفت که سد را کی می‌سازند و مردمی که در این دره زندگی می‌کنند سال‌ها است که برای پاسخ آن صبر کرده‌اند."
        ),
        (
            "ur",
            "کونسل نے یہ نہیں کہا کہ ڈیم کب بنے گا اور وادی میں رہنے والے لوگ برسوں سے اس کے جواب کے انتظار میں ہیں۔"
        ),
        ("hi", "परिषद ने यह नहीं कहा कि बाँध कब बनेगा और घाटी में रहने वाले लोग सालों से जवाब का इंतज़ार कर रहे हैं।"),
        ("zh", "委员会没有说大坝什么时候建成。"), ("ja", "評議会はダムがいつできるかを言わなかった。"),
        ("ko", "위원회는 댐이 언제 지어질지 말하지 않았다."), ("th", "สภาไม่ได้บอกว่าเขื่อนจะสร้างเมื่อใด"),
    ]

    private func article(_ text: String, language: String? = nil, type: String = "text/plain") throws -> Article {
        var submission = Submission(content: text, contentType: type)
        submission.language = language
        return try Ingest().article(from: submission, id: "a")
    }

    @Test(arguments: texts)
    func `is told from a sentence or two`(language: String, text: String) throws {
        #expect(try article(text).language == language)
    }

    @Test(arguments: ["Dravonia 12 : 3", "Krol Bredahl Maroun", "x", "OK", "12 345"])
    func `is left open where there is too little to tell by`(_ text: String) throws {
        #expect(try article(text).language == nil)
    }

    @Test func `is what the submission says`() throws {
        #expect(try article(Self.texts[3].1, language: "de-AT").language == "de-AT")
        #expect(try article(Self.texts[3].1, language: "en").language == "en")
    }

    @Test func `is that of the text where a page says otherwise of itself, and a note says so`() throws {
        let page = "<html lang=en-US><body><p>\(Self.texts[3].1)</p><p>\(Self.texts[3].1)</p></body></html>"
        let german = try article(page, type: "text/html")
        #expect(german.language == "de")
        #expect(german.note?.contains("en-US") ?? false)
        let right = try article(page.replacing("en-US", with: "de-CH"), type: "text/html")
        #expect(right.language == "de-CH")
        #expect(right.note == nil)
    }

    @Test(arguments: [("\u{201C}", "\u{201D}"), ("\u{AB}\u{A0}", "\u{A0}\u{BB}"), ("\"", "\"")])
    func `of a long quotation inside a paragraph is told with its place`(opening: String, closing: String) throws {
        let english = Self.texts[0].1
        let (french, short) = (Self.texts[2].1, "\u{201C}le barrage\u{201D}")
        let text = "\(english) They call it \(short). He wrote: \(opening)\(french)\(closing) \(english)"
        let article = try article(text)
        let quotations = article.blocks?.compactMap { $0.extra["quotations"] }.flatMap { $0.array ?? [] } ?? []
        #expect(article.language == "en")
        #expect(quotations.map { $0.object?["language"] } == ["fr"])
        let places = quotations.compactMap { quotation -> ScalarSpan? in
            guard let start = quotation.object?["start"]?.int, let end = quotation.object?["end"]?.int else {
                return nil
            }
            return ScalarSpan(start, end)
        }
        #expect(
            places.map { ScalarText(article.text)[$0].trimmingPrefix { $0.isWhitespace }.hasPrefix("Le conseil") } == [
                true
            ]
        )
    }

    @Test func `is told of each long part that differs`() throws {
        let english =
            Self.texts[0].1 + " Nobody has told them what is going to happen with their houses and their fields."
        let article = try article("\(english)\n\n> \(Self.texts[2].1)\n\n\(english)")
        #expect(article.language == "en")
        #expect(article.blocks?.map { $0.extra["language"] } == [nil, "fr", nil])
    }
}
