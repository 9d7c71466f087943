internal import JSON
package import Wire

/// Which dead letters a query is about: those with all that it names.
package struct LetterFilter: Hashable, Sendable {
    package var code: String?
    /// The stage that gave them up.
    package var stage: String?

    package init(code: String? = nil, stage: String? = nil) {
        self.code = code
        self.stage = stage
    }

    /// By the parameters `code` and `stage` of a query.
    package init(_ query: Query) {
        self.init(code: query.parameters["code"]?.string, stage: query.parameters["stage"]?.string)
    }

    func matches(_ record: ArticleRecord, _ stages: [StageName]) -> Bool {
        if let code, record.ending?.failure?.code != code { return false }
        guard let stage else { return true }
        return stages.indices.contains(record.stage) && stages[record.stage].text == stage
    }
}
