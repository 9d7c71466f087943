internal import Foundation

/// Documents that our encoders wrote, left in files for the validator in Tests/SchemaTests.
package enum SchemaExamples {
    /// Writes `NAME.SCHEMA.json` into the directory that `SCHEMA_EXAMPLES_DIR` names; does nothing where it names none.
    ///
    /// - Parameter schema: The name of a schema in config/schemas, such as `article` or `hello`.
    package static func write(_ name: String, _ schema: String, _ bytes: [UInt8]) throws {
        guard let directory = ProcessInfo.processInfo.environment["SCHEMA_EXAMPLES_DIR"], !directory.isEmpty else {
            return
        }
        let folder = URL(fileURLWithPath: directory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: folder.appending(path: "\(name).\(schema).json"))
    }
}
