package import Documents
package import Stance

/// Why a catalogue of targets could not be loaded.
package struct CatalogFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where the file could not be had, why; `nil` where its content is at fault.
    package var code: DocumentError.Code?
    /// What is wrong, where, and what to do, such as `targets.yaml:3: …`.
    package var description: String
}

extension TargetCatalog {
    /// The most that is read of a file. The catalogue's own bound is lower, and says what to do.
    private static let largestFile = 8 << 20

    /// The catalogues in YAML files, merged in the order given.
    ///
    /// - Throws: ``CatalogFileError`` for a file that can't be read or is no catalogue.
    package static func load(paths: [String]) throws(CatalogFileError) -> TargetCatalog {
        var catalog = TargetCatalog()
        for path in paths { catalog = catalog.merging(try load(path)) }
        return catalog
    }

    private static func load(_ path: String) throws(CatalogFileError) -> TargetCatalog {
        let yaml: String
        do throws(DocumentError) {
            yaml = try TextDecoding.text(try ByteInput.open(path).readAll(limit: largestFile), name: path)
        } catch {
            throw CatalogFileError(code: error.code, description: "\(error)")
        }
        do throws(TargetCatalogError) { return try TargetCatalog(yaml: yaml, file: path) } catch {
            throw CatalogFileError(code: nil, description: "\(error)")
        }
    }
}
