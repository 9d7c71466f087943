/// What news pages hold beside running text, and what stands without a mark.
extension SplitCase {
    static let captions = [
        "A crowd at the dam on Sunday| Image: Petra Holm.",
        "The hearing was held this week in Washington D.C.| Photo: Capitol Press.",
        "Figure 4.2| The reservoir lost a third of its water in May.",
        "Table 3| These are the votes by district.",
        "Tuesday, March 4, 2014| The council met in closed session.",
        "Mill owner wins the vote| Friday, June 2, 2017",
        "The image: a flooded street.",
        "See Figure 4.2 The editors of it were late.",
    ].map { Self($0) }

    static let headings = [
        "More money for schools| The council voted for it on Monday.",
        "Water from afar| In one of the towns the wells are dry.",
        "He joined The Ledger in May.",
        "She reads The Ledger daily.",
        "Critics of The Hague say so.",
        "The mayor and The Post disagree.",
        "The mill was sold to its president Ivo Six, who closed it.",
        "The troupe played Tarn's “Water For Nothing” in Osterby.",
    ].map { Self($0) }

    static let commonWords = [
        "He works for Harlan Steel Corp.| Analysts expect a loss.",
        "Sales fell in the U.S.| Traders shrugged.",
        "The mill is in Boise, Ida.| Workers there went home.",
        "The U.S. Senate voted.",
        "She met Harlan Steel Corp. Chairman Lou Betts.",
        "The U.S. Court of Appeals agreed.",
        "They wanted the U.S. Forest Service to act.",
    ].map { Self($0) }

    static let omissions = [
        "“The yields fall [...]| However, the price is stable [...],” she wrote.",
        "“It is the first sign [...] of a thaw,” he wrote.",
        "Can the rest of the country do the same? [...]|\nThe next paragraph.",
        "They cracked down harder. ...| Later they relented.",
    ].map { Self($0) }

    static let addresses = [
        "Write to desk@example.org or call.",
        "Ask desk@example.org about it, or see https://example.org in May.",
        "The page http://example.org/a?b=c.d is down.",
        "Read it at https://example.org/news.| Then decide.",
        "The account @ilsemaroun was closed.",
        "The score was 3:2 at half time.",
        "They left at 4:30 PM on Friday.",
        "Email: ivo...@example.org| The mill is closed.",
        "\"Tarn, Ivo\" <ivo@example.org>| The mill is closed.",
    ].map { Self($0) }

    static let missingSpaces = [
        "The vote is over.|The hall is empty.",
        "It was Tuesday.|Mr. Bell left.",
        "They paid 1,000.|That is a lot.",
        "Use Node.js, not ASP.NET, for it.",
    ].map { Self($0) }

}
