extension SplitCase {
    static let plain = [
        "The rain stopped.| The market opened.",
        "Who knew?| Nobody did!| It was late.",
        "Really?!| Yes.",
        "Stop!!!| I mean it.",
        "He came in 2014.| 15 others followed.",
        "The vote was 7-2.| Two judges dissented.",
        "One.  |Two.\t|Three.",
        "iPhone sales fell.| iPad sales did not.",
        "Prices rose.| eBay gained.",
        "No full stop at the end",
        "Élodie est partie.| Ça va.",
    ].map { Self($0) }

    static let numbers = [
        "It costs $4.50 a gallon, up 0.3 percent.",
        "Version 2.10.3 fixes it.| Version 3.0 breaks it.",
        "Pay 1.000.000 or leave.",
        "Round 2 of the 1987 cup: pass it back, sit deep, and pray.",
        "She ran 26.2 miles.| He ran 3.",
        "The rate is .5 percent.",
        "© 2011 Agency/Petra Holm",
        "Write to the desk at news.desk@example.org.| Someone will answer.",
        "The page www.example.com/a.b/C.html?x=1 is down.| Try later.",
        "Download report.pdf or data.csv from https://example.com.| Both are free.",
        "The .NET team and Node.js users met.",
        "3.2. Results",
    ].map { Self($0) }

    static let doubleQuotes = [
        "She called it “a muddle.”| Others agreed.",
        "“We won,” she said.| “They lost.”",
        "“It is over.| We are tired.| Go home.”| He sat down.",
        "\"It is over.| We are tired.\"| He sat down.",
        "“Is it over?” she asked.| Nobody answered.",
        "\"Is it over?\" asked Mr. Bell.",
        "“Is it over?” Ms. Bell asked.| Nobody answered.",
        "\"Run!\" Tomas Vega shouted.",
        "“Is it over?”| The hall went quiet.",
        "He said: “She is a bully.| Nobody dares to speak.”",
        "The sign said “Closed.” and nobody read it.",
        "He asked, “Why?”| She shrugged.",
        "“They said ‘never.’ ”| We left.",
        "She said, “He told me, ‘Go.’”| We went.",
        "«It is late.»| «We know.»",
        "He left the ''Tribune.''| She stayed.",
        "“The U.S. is ready.”| That is what he said.",
        "He lives in the “U.S.”| The rest do not.",
        "She wrote “The End.”| “The Start” came later.",
        "He said it was \"over\".| She did not.",
        "“Why now?”| “Because.”",
        "“Not now.” — Ida Hollis, clerk",
    ].map { Self($0) }

    static let brackets = [
        "He lost (badly.)| She won.",
        "(He lost.)| She won.",
        "He lost (or so she says) again.",
        "He lost.| (He often does.)| She won.",
        "(He came.| He saw.)| He left.",
        "The law (it passed in May.) is void.",
        "“It is [...] a scandal,” he wrote.",
        "It grew (!) and then shrank (?) again.",
        "The claim is old.[3]| The proof is new.",
        "The claim is old. [3]| The proof is new.",
        "The aim (see Sec. 4.) is plain.",
        "She was born there (b. March 1960).| He was not.",
        "I came late.| (sorry about that)",
    ].map { Self($0) }

    static let ellipses = [
        "I thought... well, never mind.",
        "I thought…| Then I slept.",
        "They waited for hours....| Dawn came.",
        "It was . . . odd.",
        "Wait ...| What?",
        "“So …” he began.",
        "“So …” Ms. Bell began.| She stopped.",
        "... and then it rained.| We left.",
        "... Then it rained.",
        "We waited.| ...and waited.",
        "He was, er … late.",
        "“I … I do not know,” he said.",
        "“The dam …| You know the rest,” Gov. Solis said.",
    ].map { Self($0) }

    static let lists = [
        "1. Wash the rice| 2. Boil the water| 3. Wait",
        "1) Wash the rice.| 2) Boil the water.",
        "1.) Wash| 2.) Boil",
        "a. Wash the rice| b. Boil the water",
        "• Wash the rice| • Boil the water",
        "Do as follows: 1. Wash the rice.| 2. Boil the water.",
        "In Game 1 they lost.| In Game 2. they won.",
        "They claim here: 1. that it rains, and 2. that it is late.",
    ].map { Self($0) }

    static let unicodeSpaces = [
        "It is late.\u{a0}|We know.",
        "It is late.\u{2003}|We know.",
        "It is late.\u{3000}|We know.",
        "Mr.\u{a0}Okafor left.|\u{202f}She stayed.",
        "One line|\nAnother line",
        "One line|\r\nAnother line",
        "One line|\u{2028}Another line|\u{2029}A third",
        "One line|\u{85}Another line",
        "Mr.|\nOkafor",
        "それは本当だ。|誰も知らない。|なぜ？",
        "A wordend.|Then a new sentence came.",
        "See Mr.Okafor and www.example.Com there.",
    ].map { Self($0) }

    static let goesOn = [
        "The Yahoo! share price fell.",
        "The film Panic! opened.",
        "The musical Mother! (1998) closed.",
        "He can't.| She won't.| They don't.",
        "nobody came.| they were all at home.",
        "it was late.| really late!",
        "It is sold in alt. rel. units.",
        "they told me.| nobody else did.",
        "Q. Who paid?| A. The bank.",
        "Thanks for the tip! :)| Have a good day.",
    ].map { Self($0) }
}
