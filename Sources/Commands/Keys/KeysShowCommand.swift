package import ArgumentParser
internal import Service
internal import ZeroMQ

/// `standpoint keys show`.
package struct KeysShowCommand: OfflineCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print the public keys that belong to files of secret keys.",
        discussion: """
            Example: standpoint keys show queue.key
            Example: standpoint keys show worker.key --role worker >> authorized-keys
            """
    )

    @Argument(help: "Files of secret keys.")
    var files: [String]

    @OptionGroup var style: KeyLineStyle

    package init() {}

    package func execute(on console: Console) throws {
        for file in files {
            let secret: CurveSecretKey
            do throws(ServiceError) { secret = try SecretKeyFile.read(file) } catch {
                throw CommandError("\(error)", status: .usage)
            }
            try console.output.write(Array((style.line(try secret.publicKey, file) + "\n").utf8))
        }
    }
}
