package import ArgumentParser
internal import JSON
internal import Service
internal import Wire

/// `standpoint audit`.
package struct AuditCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Prove that no article was lost or doubled.",
        discussion: """
            Counts all rows of the journal, and holds them against the ledger that was kept on the way: accepted must be \
            done + dead + pending, with no gap in the sequence and a body for each. Exit code 1 where the books do not \
            balance.

            Example: standpoint audit
            """
    )

    @OptionGroup package var flags: QueueFlags

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run() async throws {
        let inquiry = try flags.inquiry()
        let audit = try await inquiry.ask(.audit).answer
        await inquiry.close()
        let output = Console.standard.output
        try output.write(json ? audit.encoded() + [0x0A] : Array(Self.text(audit).utf8))
        try output.flush()
        guard audit["balanced"] == true else { throw CommandError(nil) }
    }

    static func text(_ audit: JSON) -> String {
        func count(_ key: String) -> Int { audit[key]?.int ?? 0 }
        let dropped = count("dropped") > 0 ? " + \(count("dropped")) dropped" : ""
        let sum = "\(count("done")) done + \(count("dead")) dead + \(count("pending")) pending\(dropped)"
        let verdict = audit["balanced"] == true ? "the books balance" : "THE BOOKS DO NOT BALANCE"
        let faults = (audit["faults"]?.array ?? []).compactMap(\.string).map { "- \($0)\n" }
        return "\(count("accepted")) accepted = \(sum): \(verdict)\n" + faults.joined()
    }
}
