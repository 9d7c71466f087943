internal import Foundation
internal import Inference
internal import VisibleText

/// Which scorer is used, and where its file is looked for: the settings `stance.model` and `stance.models`.
package struct ModelChoice: Hashable, Sendable {
    /// `base`, `small`, `lexicon`, or the path of a model's file (the first, where it has several).
    package var name: String
    /// The folder of the models; empty for the usual places.
    package var folder: String

    package init(_ name: String, folder: String = "") {
        self.name = name
        self.folder = folder
    }

    private static let lexicon = "lexicon"
    /// A model has at most so many files.
    private static let mostShards = 16

    /// The scorer, ready.
    ///
    /// - Throws: ``ModelChoiceError`` where there is no such model; `ModelError` where its file can't be used.
    package func scorer() throws -> any StanceScorer {
        guard let path = try path() else { return LexiconScorer() }
        return ModelScorer(try StanceModel(path: path))
    }

    /// Where the model's file is; `nil` for the lexicon, which needs none.
    ///
    /// - Throws: ``ModelChoiceError`` where there is none.
    package func path() throws(ModelChoiceError) -> String? {
        if name == Self.lexicon { return nil }
        if name.contains("/") || name.hasSuffix(".safetensors") {
            guard FileManager.default.fileExists(atPath: name) else {
                throw ModelChoiceError(description: "\(VisibleText.quoted(name)): no such file; check the path")
            }
            return name
        }
        let folders = folder.isEmpty ? Self.usualFolders : [folder]
        let shards = (2...Self.mostShards).map { "stance-\(name)-00001-of-000\($0 < 10 ? "0" : "")\($0).safetensors" }
        for folder in folders {
            for file in ["stance-\(name).safetensors"] + shards {
                let path = folder + "/" + file
                if FileManager.default.fileExists(atPath: path) { return path }
            }
        }
        throw ModelChoiceError(
            description: "there is no model \(VisibleText.quoted(name)): no file stance-\(name).safetensors, nor one in"
                + " several parts, in \(folders.joined(separator: ", ")); put it there, or name its folder in"
                + " STANDPOINT_MODELS or stance.models; --model lexicon needs no file"
        )
    }

    /// Beside the program, where it was installed, and in the source tree that it was built in.
    private static var usualFolders: [String] {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let program = URL(filePath: own).deletingLastPathComponent().standardizedFileURL
        var folders = [program.appending(path: "models").path]
        // The programs are in PREFIX/lib/standpoint.
        let prefix = program.deletingLastPathComponent().deletingLastPathComponent()
        folders.append(prefix.appending(path: "share/standpoint/models").path)
        var tree = program
        // .build/x86_64-unknown-linux-gnu/release
        for _ in 0..<4 where tree.pathComponents.count > 1 {
            tree.deleteLastPathComponent()
            guard FileManager.default.fileExists(atPath: tree.appending(path: "Package.swift").path) else { continue }
            folders.append(tree.appending(path: "config/models").path)
        }
        return folders
    }
}

/// Why there is no model.
package struct ModelChoiceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, where was looked, and what to do.
    package var description: String
}
