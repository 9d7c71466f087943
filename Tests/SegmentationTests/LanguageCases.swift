import Testing

/// Golden-rule style cases in other languages, written for this project.
struct LanguageCase: CustomTestStringConvertible, Sendable {
    var language: String
    var example: SplitCase

    var testDescription: String { "\(language): \(example.marked)" }

    static let all: [Self] =
        spanish.map { Self(language: "es", example: SplitCase($0)) }
        + french.map { Self(language: "fr", example: SplitCase($0)) }
        + german.map { Self(language: "de", example: SplitCase($0)) }
        + italian.map { Self(language: "it", example: SplitCase($0)) }
        + portuguese.map { Self(language: "pt", example: SplitCase($0)) }
        + others

    private static let spanish = [
        "La ley entra en vigor hoy.| El Gobierno no respondió.",
        "El Sr. Robledo y la Dra. Paz llegaron tarde.| Nadie los esperaba.",
        "¿Quién pagará la presa?| ¡Nadie!| Así lo dijo el ministro.",
        "Exportó a EE.UU. en marzo.| Los precios subieron un 3.5 por ciento.",
        "Viajó a EE.UU.| La visita duró dos días.",
        "Véase el art. 12 y la pág. 40 del informe.",
        "—¿Vendrá mañana? —preguntó Lucía.",
        "«No habrá acuerdo», dijo Uds. sabrán por qué.",
        "Venden pan, leche, etc.| Todo es caro.",
        "«¿Por qué ahora?» preguntó el juez.",
        "Trabaja en Aceros Norte S.A. desde mayo.| Gana poco.",
        "Nació el 3 de ene. de 1950 en Soria.",
    ]

    private static let french = [
        "La loi passe.| Le Sénat attend.",
        "M. Leroux et Mme. Abadie sont partis.| Personne n'a parlé.",
        "« C'est fini.| Nous partons. »| Il se tut.",
        "« Est-ce fini ? » demanda-t-elle.",
        "Pourquoi ?| Parce que le fleuve est à sec !| Voilà.",
        "Voir l'art. 4, p. 12 et la fig. 3.",
        "J.-P. Morel dirige la S.N.C.F. depuis mai.| Il démissionne.",
        "Le prix a pris 3,5 % env. en un an.",
        "On vend du pain, du lait, etc.| Tout est cher.",
        "Né en 50 av. J.-C. à Lyon, il mourut à Rome.",
        "Le Dr. Chenu a signé.| Élise a refusé.",
        "L'accord est signé…| Mais qui paiera ?",
    ]

    private static let german = [
        "Das Gesetz gilt ab heute.| Die Regierung schweigt.",
        "Am 3. Oktober tagt der Rat.| Danach wird gewählt.",
        "Im 19. Jahrhundert war das anders.",
        "Dr. Anke Vogt und Prof. Dr. Rabe kamen.| Niemand klatschte.",
        "Viele Orte, z. B. Celle, sind betroffen.| Der Rest nicht.",
        "Das gilt z. B. Berlin und u. a. Hamburg.",
        "Es kostet ca. 4,5 Mio. Euro bzw. 12 Mrd. Kronen.",
        "Die Müller GmbH zahlt 3 Mio. Euro.| Das ist wenig.",
        "Siehe Abs. 2, S. 14 und Nr. 7.",
        "„Wer zahlt das?“, fragte sie.| „Niemand.“",
        "Er verkauft Brot, Milch usw.| Alles ist teuer.",
        "Der 2. Senat entschied gegen König Ludwig XIV. nicht.",
        "Sie wohnt in der Lange Str. 12 in Kiel.",
        "Das war 1998.| Heute ist es anders.",
    ]

    private static let italian = [
        "La legge passa oggi.| Il governo tace.",
        "Il sig. Conti e la dott.ssa Riva sono partiti.| Nessuno ha parlato.",
        "«Chi paga?» chiese il giudice.",
        "«È finita.| Andiamo via.»| Poi tacque.",
        "Si veda l'art. 3, pag. 12, n. 4.",
        "Vende pane, latte, ecc.| Tutto è caro.",
        "Lavora alla Fonderie Nord S.p.A. da maggio.| Guadagna poco.",
        "Perché adesso?| Nessuno lo sa!| È tardi.",
        "Il prof. G. Neri ha firmato.| Gli altri no.",
        "Nel 44 a.C. cadde.",
    ]

    private static let portuguese = [
        "A lei passa hoje.| O governo não respondeu.",
        "O Sr. Prado e a Dra. Lima saíram.| Ninguém falou.",
        "“Quem paga?” perguntou o juiz.",
        "Veja o art. 5, a pág. 12 e o n. 7.",
        "Vende pão, leite, etc.| Tudo é caro.",
        "Trabalha na Minas Sul S.A. desde maio.| Ganha pouco.",
        "Por que agora?| Ninguém sabe!| É tarde.",
        "O prof. A. Reis assinou.| Os outros não.",
        "A Av. Central fica longe.| É perto do rio.",
        "Nasceu em 3 de jan. de 1950 em Beja.",
    ]

    private static let others = [
        Self(language: "sv", example: SplitCase("Lagen gäller nu.| Regeringen tiger.| Varför?| Ingen vet.")),
        Self(language: "pl", example: SplitCase("To jest J. Nowak.| Kto zapłaci?| Nikt.")),
        Self(language: "el", example: SplitCase("Ο νόμος ισχύει.| Η κυβέρνηση σιωπά.")),
        Self(language: "ru", example: SplitCase("Закон принят.| Кто заплатит?| Никто.")),
        Self(language: "zh", example: SplitCase("这是真的。|没有人知道。")),
        Self(language: "nl", example: SplitCase("De wet geldt vanaf 3.5 euro.| De rest niet, zegt men... en dan.")),
        Self(language: "en-GB", example: SplitCase("Mr. Okafor left the U.S.| The rest stayed.")),
    ]
}
