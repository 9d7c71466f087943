import Segmentation
import Testing

@Suite struct `Sentences are split` {
    @Test(arguments: SplitCase.titles)
    func `not between a title and its name`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.initials)
    func `not after an initial`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.initialisms)
    func `after initialisms only before words that start sentences`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.companies)
    func `after company names only where they end`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.datesAndPlaces)
    func `around dates, states and streets`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.times)
    func `around times of day`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.otherAbbreviations)
    func `around Latin, units, references and other abbreviations`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.plain)
    func `at plain full stops, questions and exclamations`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.numbers)
    func `not inside numbers, versions and addresses`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.doubleQuotes)
    func `inside and after quotations`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.brackets)
    func `inside and after brackets`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.ellipses)
    func `at ellipses before a capital`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.lists)
    func `between the items of a list`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.unicodeSpaces)
    func `at every kind of white space`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.goesOn)
    func `with marks in names and with lower case`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.captions)
    func `around captions, labels and lines of a date`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.headings)
    func `after a heading that runs into its text`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.commonWords)
    func `after an abbreviation before a word that is no name`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.omissions)
    func `around what was left out of a quotation`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.addresses)
    func `not inside addresses and around them`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.missingSpaces)
    func `where a space was forgotten`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.dateLines)
    func `behind the line of place and date`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.bareNumbers)
    func `behind the numbers of a list without marks`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.drawnLines)
    func `around the lines that layout draws`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.noteNumbers)
    func `after the number of a note`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.heads)
    func `behind who wrote a letter and when`(_ example: SplitCase) { check(example) }

    @Test(arguments: SplitCase.shortReports)
    func `not before “I said.”`(_ example: SplitCase) { check(example) }

    @Test(arguments: LanguageCase.all)
    func `in other languages`(_ example: LanguageCase) {
        #expect(split(example.example.text, language: example.language) == example.example.sentences)
    }

    @Test(arguments: SplitCase.everything)
    func `so that each sentence alone stays one`(_ example: SplitCase) {
        for sentence in split(example.text) { #expect(split(sentence) == [sentence]) }
    }

    private func check(_ example: SplitCase) {
        #expect(split(example.text) == example.sentences)
    }

    @Test func `soft line breaks end nothing but a blank line does`() {
        let text = "The vote was\nclose. It was\r\nlate.\n\n The hall emptied\n \nSlowly"
        #expect(
            split(text, newlines: .soft) == ["The vote was\nclose.", "It was\r\nlate.", "The hall emptied", "Slowly"]
        )
    }

    @Test func `a paragraph separator ends a sentence in soft text and a line separator does not`() {
        #expect(split("One\u{2028}line\u{2029}two", newlines: .soft) == ["One\u{2028}line", "two"])
    }

    @Test func `nothing comes of nothing`() {
        #expect(split("") == [])
        #expect(split(" \n\u{a0}\t") == [])
    }
}
