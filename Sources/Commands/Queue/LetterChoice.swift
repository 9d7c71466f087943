package import ArgumentParser
internal import JSON
internal import Service
internal import Wire

/// By what dead letters can be told apart.
package struct LetterFilterFlags: ParsableArguments {
    @Option(help: "Only those with this code, such as worker_lost, deadline or out_of_memory.")
    package var code: String?

    @Option(help: "Only those that this stage gave up.")
    package var stage: String?

    package init() {}

    var isEmpty: Bool { code == nil && stage == nil }

    /// The parameters of a query.
    var parameters: JSONObject {
        var parameters = JSONObject()
        parameters["code"] = code.map { JSON($0) }
        parameters["stage"] = stage.map { JSON($0) }
        return parameters
    }
}

/// Which dead letters an order is about.
package struct LetterChoice: ParsableArguments {
    @OptionGroup package var flags: QueueFlags

    @Argument(help: "The articles' ids.")
    package var ids: [String] = []

    @Flag(help: "All dead letters, or all with the code or stage that is given.")
    package var all = false

    @OptionGroup package var filter: LetterFilterFlags

    /// So many ids fit into the header of one message.
    private static let idsPerOrder = 300

    package init() {}

    package mutating func validate() throws {
        guard (all || !filter.isEmpty) != !ids.isEmpty else {
            throw ValidationError("name the dead letters by their ids, or say --all, --code CODE or --stage STAGE")
        }
        try ArticleIDs.check(ids)
    }

    func order(_ what: Query.What, _ verb: String) async throws {
        let inquiry = try flags.inquiry()
        let total = ids.isEmpty ? try await orderAll(what, inquiry) : try await orderEach(what, inquiry)
        let output = Console.standard.output
        try output.write(Array("\(total) \(verb)\n".utf8))
        try output.flush()
        await inquiry.close()
    }

    /// Those that are dead letters now, and not those that become it again meanwhile.
    private func orderAll(_ what: Query.What, _ inquiry: any Inquiry) async throws -> Int {
        let dead = try await inquiry.ask(.status).answer["dead"]?.int ?? 0
        var parameters = filter.parameters
        parameters["all"] = true
        var total = 0
        var cursor: String?
        repeat {
            let (answer, next) = try await inquiry.ask(what, parameters, cursor: cursor)
            total += answer["count"]?.int ?? 0
            cursor = next
        } while cursor != nil && total < dead
        return total
    }

    private func orderEach(_ what: Query.What, _ inquiry: any Inquiry) async throws -> Int {
        var total = 0
        for start in stride(from: 0, to: ids.count, by: Self.idsPerOrder) {
            let part = ids[start..<min(start + Self.idsPerOrder, ids.count)].map { JSON($0) }
            total += try await inquiry.ask(what, ["articles": .array(part)]).answer["count"]?.int ?? 0
        }
        return total
    }
}

/// Ids on the command line.
enum ArticleIDs {
    /// - Throws: `ValidationError` where one is none.
    static func check(_ ids: [String]) throws {
        guard let id = ids.first(where: { ArticleID($0) == nil }) else { return }
        throw ValidationError("\(id) is not an article's id: 32 hexadecimal digits")
    }
}
