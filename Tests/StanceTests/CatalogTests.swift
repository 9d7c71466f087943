import Testing

@testable import Stance

@Suite struct CatalogTests {
    @Test func `a catalogue has names, kinds and aliases`() throws {
        let yaml = """
            targets:
              - name: tolls
                kind: Issue
                aliases: [the toll, "2031"]
            """
        #expect(throws: TargetCatalogError.self) { try TargetCatalog(yaml: yaml, file: "a.yaml") }
        let good = try TargetCatalog(yaml: yaml.replacing("\"2031\"", with: "bridge toll"), file: "a.yaml")
        #expect(good.targets == [.init(name: "tolls", kind: "issue", aliases: ["the toll", "bridge toll"])])
    }

    @Test(arguments: [
        ("", "a.yaml: the file is empty; write \"targets:\" and a list"),
        ("targets: 3", "a.yaml:1: \"targets\" must be a list of targets, each \"- name: …\""),
        ("target: []", "a.yaml:1: the catalogue has no \"target\"; it has targets"),
        ("targets:\n  - name: a\n    knd: b", "a.yaml:3: a target has no \"knd\"; it has name, kind, aliases"),
        ("targets:\n  - kind: b", "a.yaml:2: a target needs a \"name\""),
        (
            "targets:\n  - name: 7\n    kind: b",
            "a.yaml:2: \"name\" must be a text; put numbers and yes or no in quotation marks"
        ),
        (
            "targets:\n  - name: a\n    kind: b\n    aliases: c",
            "a.yaml:4: \"aliases\" must be a list of texts, such as [a, b]"
        ),
        (
            "targets:\n  - name: '!'\n    kind: b",
            "a.yaml:2: \"name\" has no word to look for; write at least one letter"
        ),
        (
            "targets:\n  - {name: a, kind: b}\n  - {name: A, kind: c}",
            "a.yaml:3: \"A\" is there twice; put all aliases under one"
        ),
        (
            "targets:\n  - \"n\\u009bme\\n\": a",
            "a.yaml:2: a target has no \"n\\u{9B}me\\n\"; it has name, kind, aliases"
        ),
        (
            "a: &a [x, x]\ntargets: [*a, *a]",
            "a.yaml: anchors and aliases (&name, *name) are not read here; write each text out"
        ),
    ])
    func `an error names the file, the line and what to do`(yaml: String, message: String) {
        let error = #expect(throws: TargetCatalogError.self) { try TargetCatalog(yaml: yaml, file: "a.yaml") }
        #expect(error?.description == message)
    }

    @Test(arguments: ["targets: [", "a: 1\na: 2", "targets:\n\t- x", "\u{0}"])
    func `what is not YAML is an error, not a crash`(yaml: String) {
        #expect(throws: TargetCatalogError.self) { try TargetCatalog(yaml: yaml, file: "a.yaml") }
    }

    @Test(arguments: ["AT&T", "'R & B *live*'", "'* a'", "R&B"])
    func `a name may hold the marks of anchors and aliases`(name: String) throws {
        let catalog = try TargetCatalog(yaml: "targets:\n  - {name: \(name), kind: b}", file: "a.yaml")
        #expect(catalog.targets.count == 1)
    }

    @Test func `names and aliases have bounds`() {
        let long = String(repeating: "a", count: TargetCatalog.Bounds.length + 1)
        let many = Array(repeating: "x", count: TargetCatalog.Bounds.aliases + 1).joined(separator: ", ")
        for yaml in ["targets: [{name: \(long), kind: b}]", "targets: [{name: a, kind: b, aliases: [\(many)]}]"] {
            #expect(throws: TargetCatalogError.self) { try TargetCatalog(yaml: yaml, file: "a.yaml") }
        }
    }

    @Test func `of two catalogues the second adds aliases and sets the kind`() {
        let first = TargetCatalog([.init(name: "tolls", kind: "issue", aliases: ["toll"])])
        let second = TargetCatalog([
            .init(name: "Tolls", kind: "tax", aliases: ["toll", "fee"]), .init(name: "b", kind: "c"),
        ])
        let merged = first.merging(second)
        #expect(
            merged.targets == [
                .init(name: "tolls", kind: "tax", aliases: ["toll", "fee"]), .init(name: "b", kind: "c"),
            ]
        )
    }
}
