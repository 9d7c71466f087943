import Article

// What docs/article.md says that readers may rely on, beyond the schema; Tests/SchemaTests/article_rules.py has the same
// for documents of any origin.

/// Every scalar that is not white space is in exactly one block, and blocks begin and end with such a scalar.
func expectBlocksCoverText(_ article: Article) throws(BrokenRule) {
    let scalars = Array(article.text.unicodeScalars)
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    var covered = 0
    for block in article.blocks ?? [] {
        let span = block.span
        try require(
            span.start >= covered && span.end <= scalars.count && !span.isEmpty,
            "the block \(span) is empty or out of order"
        )
        try require(scalars[covered..<span.start].allSatisfy(isSpace), "text before the block \(span)")
        try require(!isSpace(scalars[span.start]) && !isSpace(scalars[span.end - 1]), "space at an end of \(span)")
        covered = span.end
    }
    try require(scalars[covered...].allSatisfy(isSpace), "text behind the last block")
}

/// A sentence is in a block that is segmented, behind the sentence before it.
func expectSentencesInBlocks(_ article: Article) throws(BrokenRule) {
    let blocks = article.blocks ?? []
    var last = 0
    for sentence in article.sentences ?? [] {
        let span = sentence.span
        try require(blocks.indices.contains(sentence.block), "the sentence \(span) is in no block")
        let block = blocks[sentence.block]
        try require(block.kind.isSegmented, "the sentence \(span) is in a block of the kind \(block.kind)")
        try require(block.span.contains(span) && !span.isEmpty, "the sentence \(span) is not in \(block.span)")
        try require(span.start >= last, "the sentence \(span) is out of order")
        last = span.end
    }
}

/// Attributions, stances and the summary point at what is there, and their figures are what they claim to be.
func expectStancesInSentences(_ article: Article) throws(BrokenRule) {
    let sentences = article.sentences ?? []
    let count = article.text.unicodeScalars.count
    let targets = Set((article.targets ?? []).map(\.id))
    try require(targets.count == (article.targets ?? []).count, "two targets have one id")
    for attribution in article.attributions ?? [] {
        try require(!attribution.span.isEmpty && attribution.span.end <= count, "an attribution of nothing")
        try require(attribution.speaker?.name.isEmpty != true, "a speaker without a name")
    }
    for stance in article.stances ?? [] {
        try require(sentences.indices.contains(stance.sentence), "a stance of no sentence")
        let sentence = sentences[stance.sentence].span
        try require(sentence.contains(stance.span) && !stance.span.isEmpty, "\(stance.span) is not in \(sentence)")
        try require(targets.contains(stance.target), "there is no target \(stance.target)")
        let odds = [stance.probabilities.against, stance.probabilities.neutral, stance.probabilities.favor]
        try require(odds.allSatisfy { (0...1).contains($0) }, "\(odds) are no probabilities")
        try require((odds.reduce(0, +) - 1).magnitude < 1e-6, "\(odds) do not add up to 1")
    }
    for line in article.summary ?? [] {
        try require(targets.contains(line.target), "there is no target \(line.target)")
        try require((-1...1).contains(line.score), "a score of \(line.score)")
        try require(line.interval.contains(line.score), "\(line.score) is not in \(line.interval)")
        try require(line.count > 0 && !line.sentences.isEmpty, "a summary of nothing")
        try require(line.sentences.allSatisfy(sentences.indices.contains), "a summary of no sentence")
    }
}
