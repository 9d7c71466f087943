internal import Article
internal import JSON

/// Says of an article, and of its parts that differ, in which language they are.
enum LanguageFinder {
    /// The fewest bytes of a part that is looked at by itself: some twenty words.
    private static let shortest = 120
    /// How much of such a part is looked at, in bytes.
    private static let partSample = 400

    /// Sets the article's language: as the submission says, else as the text shows, else as the page says of itself. Where a
    /// long paragraph or quotation is in another language, its block has a member `language`; where only a long quotation inside
    /// it is, a member `quotations` says which.
    ///
    /// A page's own word comes last, since templates often keep the language they were made in; where both agree, its longer
    /// form (`en-GB`) stays.
    static func find(in article: inout Article, given: String?) {
        let declared = article.language
        let guess = LanguageGuess.language(of: body(article))
        if given == nil, let guess, declared.map({ !isSame($0, guess) }) ?? true {
            article.language = guess
            if let declared {
                article.addNote("the page calls its language \"\(declared.prefix(35))\", and the text is \"\(guess)\"")
            }
        }
        guard let language = article.language, var blocks = article.blocks else { return }
        let scalars = article.text.unicodeScalars
        var index = scalars.startIndex
        var offset = 0
        for place in blocks.indices where blocks[place].kind.isBody && blocks[place].span.count >= shortest {
            let span = blocks[place].span
            index = scalars.index(index, offsetBy: span.start - offset)
            let end = scalars.index(index, offsetBy: span.count)
            if let guess = LanguageGuess.language(of: article.text.utf8[index..<end].prefix(partSample)),
                !isSame(language, guess)
            {
                blocks[place].extra["language"] = JSON(guess)
            } else {
                let quotations = LongQuotation.all(
                    in: article.text[index..<end],
                    from: span.start,
                    shortest: shortest
                ).compactMap { foreign($0, language) }
                if !quotations.isEmpty { blocks[place].extra["quotations"] = .array(quotations) }
            }
            (index, offset) = (end, span.end)
        }
        article.blocks = blocks
    }

    /// A quotation in another language, as the block's member `quotations` has it.
    private static func foreign(_ quotation: LongQuotation, _ language: String) -> JSON? {
        guard let guess = LanguageGuess.language(of: quotation.text.prefix(partSample)), !isSame(language, guess)
        else { return nil }
        return [
            "start": JSON(quotation.span.start), "end": JSON(quotation.span.end), "language": JSON(guess),
        ]
    }

    /// The text of what the author wrote, up to more than is looked at; all of the text where no block is body.
    private static func body(_ article: Article) -> [UInt8] {
        let scalars = article.text.unicodeScalars
        var result: [UInt8] = []
        var index = scalars.startIndex
        var offset = 0
        for block in article.blocks ?? [] where block.kind.isBody {
            guard result.count < LanguageGuess.sample else { break }
            index = scalars.index(index, offsetBy: block.span.start - offset)
            let end = scalars.index(index, offsetBy: block.span.count)
            result += article.text.utf8[index..<end]
            result.append(0x0A)
            (index, offset) = (end, block.span.end)
        }
        return result.isEmpty ? Array(article.text.utf8.prefix(LanguageGuess.sample)) : result
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        func language(_ tag: String) -> String { tag.prefix { $0 != "-" && $0 != "_" }.lowercased() }
        // The two written forms of Norwegian, and what they are together.
        let norwegian: Set<String> = ["no", "nb", "nn"]
        return language(one) == language(other) || norwegian.isSuperset(of: [language(one), language(other)])
    }
}
