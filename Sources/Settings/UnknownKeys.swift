/// The search for names that nobody reads, which are nearly always misspelt.
enum UnknownKeys {
    static func problems(
        flags: [String: String],
        environment: [String: String],
        file: ConfigurationFile?
    ) -> [SettingsProblem] {
        let keys = SettingKey.all
        let names = keys.map(\.name)
        var problems: [SettingsProblem] = []

        for name in flags.keys.sorted() where !names.contains(name) {
            problems.append(.unknown(name, .flag("--" + name), known: names))
        }

        let variables = keys.map(\.environmentName) + [Settings.configVariable, Settings.modelsVariable]
        let known = Set(variables)
        for name in environment.keys.sorted()
        where name.hasPrefix(SettingKey.environmentPrefix) && !known.contains(name) {
            problems.append(.unknown(name, .environment(name), known: variables))
        }

        guard let file else { return problems }
        // `pipeline` and `pipeline.workers` for `pipeline.workers.ingest`: sections, which have a line but no value.
        let sections = Set(names.flatMap(Self.sections))
        let leaves = Set(names)
        for (name, line) in file.lines.sorted(by: { $0.value < $1.value }) {
            if leaves.contains(name) || sections.contains(name) { continue }
            problems.append(.unknown(name, .file(path: file.path, line: line), known: names + sections.sorted()))
        }
        return problems
    }

    private static func sections(of name: String) -> [String] {
        name.indices.filter { name[$0] == "." }.map { String(name[..<$0]) }
    }
}
