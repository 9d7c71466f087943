package import ArgumentParser
internal import Service
internal import Wire
internal import ZeroMQ

/// How a public key is printed.
package struct KeyLineStyle: ParsableArguments {
    @Option(help: "What the key may do: worker, client or observer, or several with commas between them.")
    package var role: String?

    @Option(help: "Words for people at the end of the line (default: the file's name).")
    package var comment: String?

    /// So that a line stays one to be read.
    private static let longestComment = 200

    package init() {}

    package func validate() throws {
        if let role, Roles(role) == nil {
            throw ValidationError("--role takes \(Roles.choices), or several with commas between; not \"\(role)\"")
        }
        guard let comment else { return }
        guard role != nil else { throw ValidationError("--comment needs --role: a key alone has no line to put it on") }
        guard comment.utf8.count <= Self.longestComment,
            comment.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { throw ValidationError("--comment takes one line of at most \(Self.longestComment) bytes") }
    }

    /// The key alone, or as a line of the file of those who may connect.
    func line(_ key: CurvePublicKey, _ file: String) -> String {
        guard let roles = role.flatMap({ Roles($0) }) else { return key.z85 }
        let name = file.split(separator: "/").last.map { String($0.filter { !$0.isNewline }) } ?? ""
        return AuthorizedKeysFile.line(key, roles, comment: comment ?? name)
    }
}
