import Foundation
import Testing

@testable import Stance

@Suite struct ModelChoiceTests {
    /// Runs `body` with a folder that is gone afterwards.
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "models-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    @Test func `the lexicon needs no file`() throws {
        #expect(try ModelChoice("lexicon", folder: "/none").path() == nil)
        #expect(try ModelChoice("lexicon", folder: "/none").scorer().model == LexiconScorer().model)
    }

    @Test func `a model is found in its folder, in one file or in several`() throws {
        try inFolder { folder in
            for name in [
                "stance-small.safetensors", "stance-base-00002-of-00002.safetensors",
                "stance-base-00001-of-00002.safetensors",
            ] {
                try Data([0]).write(to: URL(filePath: folder + "/" + name))
            }
            #expect(try ModelChoice("small", folder: folder).path() == folder + "/stance-small.safetensors")
            let base = folder + "/stance-base-00001-of-00002.safetensors"
            #expect(try ModelChoice("base", folder: folder).path() == base)
            #expect(try ModelChoice(base).path() == base)
        }
    }

    @Test func `where there is no model, the error says where was looked and what to do`() throws {
        try inFolder { folder in
            let error = #expect(throws: ModelChoiceError.self) { try ModelChoice("base", folder: folder).scorer() }
            let text = try #require(error?.description)
            #expect(
                text.hasPrefix(
                    "there is no model \"base\": no file stance-base.safetensors, nor one in several parts, in"
                )
            )
            for part in [folder, "STANDPOINT_MODELS", "stance.models", "--model lexicon"] {
                #expect(text.contains(part))
            }
        }
        let error = #expect(throws: ModelChoiceError.self) { try ModelChoice("/none/x.safetensors").path() }
        #expect(error?.description == "\"/none/x.safetensors\": no such file; check the path")
    }

    @Test func `the usual places are beside the program, where it was installed and in the source tree`() {
        let error = #expect(throws: ModelChoiceError.self) { try ModelChoice("nonesuch").path() }
        for place in ["/models,", "/share/standpoint/models"] { #expect(error?.description.contains(place) == true) }
    }
}
