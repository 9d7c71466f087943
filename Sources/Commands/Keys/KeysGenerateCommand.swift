package import ArgumentParser
internal import Service
internal import ZeroMQ

/// `standpoint keys generate`.
package struct KeysGenerateCommand: OfflineCommand {
    package static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make key pairs: the secret keys in files, the public keys printed.",
        discussion: """
            Each file is new, and only its owner can read it. It never leaves its machine; what is printed may be seen by \
            all. With --role that is a line for the file that queue.authorized_keys names; without, as for the queue \
            itself, it is the public key alone, for worker.queue_public_key.

            Example: standpoint keys generate queue.key
            Example: standpoint keys generate worker.key --role worker >> authorized-keys
            """
    )

    @Argument(help: "The files of the secret keys, such as worker.key.")
    var files: [String]

    @OptionGroup var style: KeyLineStyle

    @Flag(help: "Replace files that are there already. Their keys are lost.")
    var force = false

    package init() {}

    package func validate() throws {
        guard Set(files).count == files.count else { throw ValidationError("a file is named twice") }
    }

    package func execute(on console: Console) throws {
        if !force, let file = files.first(where: SecretKeyFile.exists) {
            throw CommandError("\(file): is there already; take another name, or --force to replace it", status: .usage)
        }
        for file in files {
            let pair = try CurveKeyPair.generate()
            do throws(ServiceError) {
                try SecretKeyFile.write(pair.secretKey, to: file, replaces: force)
            } catch {
                throw CommandError("\(error)")
            }
            try console.output.write(Array((style.line(pair.publicKey, file) + "\n").utf8))
        }
    }
}
