package import ArgumentParser

/// `standpoint keys`.
package struct KeysCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Make and show the CURVE keys by which queue, workers and clients know each other.",
        discussion: """
            Needed where a queue listens on a network; docs/configuration.md has a whole example.

            Example: standpoint keys generate worker.key --role worker >> authorized-keys
            """,
        subcommands: [KeysGenerateCommand.self, KeysShowCommand.self]
    )

    package init() {}
}
