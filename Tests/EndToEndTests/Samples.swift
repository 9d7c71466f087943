import JSON

/// Texts written for these tests.
enum Samples {
    static let opEd = """
        The bridge nobody asked for

        By Mara Ellison

        Mayor Anna Brandt has made a terrible mistake. The council approved a shameful waste of public money, and the \
        harbour will suffer for it.

        "This bridge is a disgrace," said Piet Kovacs, who leads the union of ferry crews. Brandt insisted that the \
        plan is excellent and that the town will thank her.

        It will not. Anna Brandt should listen to the people who work on the water.

        """

    /// So many articles as JSON Lines, no two alike, long enough that the whole takes some seconds.
    static func lines(_ count: Int) -> String {
        (0..<count).map { number in
            let paragraph = (0..<6).map { part in
                "Mayor Anna Brandt praised bridge \(number) of district \(part) as an excellent plan. "
                    + "\"It is a shameful waste,\" said Piet Kovacs, who leads ferry crew \(part). "
            }.joined()
            let text = "Bridge number \(number) opens\n\n\(paragraph)\n\n\(paragraph)\n"
            let line: JSON = ["key": JSON("bridge-\(number)"), "text": JSON(text)]
            return String(decoding: line.encoded(), as: UTF8.self) + "\n"
        }.joined()
    }
}
