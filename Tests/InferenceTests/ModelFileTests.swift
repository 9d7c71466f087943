import JSON
import Testing

@testable import Inference

@Suite struct ModelFileTests {
    private static func error(_ bytes: [UInt8]) throws -> ModelError? {
        try TemporaryFolder.with { folder in
            let path = try folder.write("m.safetensors", bytes)
            do throws(ModelError) {
                _ = try StanceModel(path: path)
                return nil
            } catch { return error }
        }
    }

    @Test func `a changed byte is noticed`() throws {
        var bytes = TinyModel().file()
        bytes[bytes.count - 1] ^= 1
        let error = try #require(try Self.error(bytes))
        #expect(error.code == .damaged)
        #expect(error.description.hasSuffix("m.safetensors: the checksum of its data differs; copy the file again"))
    }

    @Test func `a file that ends anywhere is refused`() throws {
        let bytes = TinyModel().file()
        let header = Int(bytes[0]) + Int(bytes[1]) << 8 + 8
        for end in [1, 7, 8, 9, header - 1, header, header + 1, bytes.count / 2, bytes.count - 1] {
            let error = try Self.error(Array(bytes[..<end]))
            #expect(error?.code == .malformed || error?.code == .damaged, "\(end) bytes")
        }
    }

    @Test(
        arguments: [
            ("name", nil, "\"name\" is missing"), ("format", "other/1", "its format is \"other/1\""),
            ("architecture", "gpt", "\"architecture\" is \"gpt\""), ("layers", "0", "\"layers\" in its metadata"),
            ("layers", "3", "tensor \"layer.2.attention.query.weight\" is missing"),
            ("hidden", "128", "tensor \"embedding.word\" is U8 [30, 64]; expected U8 [30, 128]"),
            ("hidden", "48", "hidden 48 is no multiple"), ("heads", "3", "hidden 64 is no multiple"),
            ("heads", "99999999999999999999", "\"heads\" in its metadata"), ("max_tokens", "40", "32 positions"),
            ("temperature", "0", "\"temperature\""), ("norm_epsilon", "nan", "\"norm_epsilon\""),
            ("labels", "favor,against", "expected lowercase true"),
            ("cls", "[XYZ]", "\"[XYZ]\" is not in its vocabulary"),
        ] as [(String, String?, String)]
    )
    func `metadata that do not fit are named`(_ key: String, _ value: String?, _ expected: String) throws {
        var tiny = TinyModel()
        tiny.metadata[key] = value
        let error = try #require(try Self.error(tiny.file()))
        #expect(error.reason.contains(expected), "\(error)")
    }

    @Test func `weights that no model has are refused`() throws {
        var tiny = TinyModel()
        tiny.tensors["layer.0.attention.query.weight"] = .bytes(Array(repeating: 128, count: 64 * 64), shape: [64, 64])
        #expect(try Self.error(tiny.file())?.reason.contains("has a byte that is not 1...127") == true)
        tiny = TinyModel()
        tiny.tensors["head.label.bias"] = .floats([0, .nan, 1], shape: [3])
        #expect(try Self.error(tiny.file())?.reason.contains("not finite") == true)
    }

    @Test(arguments: [
        "{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,5]}",
        "{\"dtype\":\"U8\",\"shape\":[9],\"data_offsets\":[0,9]}",
        "{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,4]}",
        "{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}",
        "{\"dtype\":\"U8\",\"shape\":[-1],\"data_offsets\":[0,1]}",
        "{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[0,1]}",
        "{\"dtype\":\"U8\",\"shape\":[1073741824,1073741824],\"data_offsets\":[0,0]}",
        "{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[8,7]}",
        "{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[-1,0]}",
        "{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[1e300,2e300]}", "[]", "1",
    ])
    func `a tensor that is not inside the data is refused`(_ entry: String) throws {
        let header = try JSONReader.read("{\"t\":\(entry)}")
        let error = try #require(try Self.error(TinyModel.file(header: header, data: Array(repeating: 0, count: 8))))
        #expect(error.code == .malformed)
        #expect(error.reason.contains("tensor \"t\""), "\(error)")
    }

    @Test func `a header of more bytes than there are is refused`() throws {
        for length in [UInt64.max, 1 << 63, 1 << 40, 100] {
            let bytes = withUnsafeBytes(of: length.littleEndian) { Array($0) } + Array("{}".utf8)
            #expect(try Self.error(bytes)?.reason.contains("its header would have \(length) bytes") == true)
        }
    }

    @Test func `random damage to the header is an error or harmless, never a crash`() throws {
        let bytes = TinyModel().file()
        let header = Int(bytes[0]) + Int(bytes[1]) << 8 + 8
        var random = Random(state: 11)
        for _ in 0..<150 {
            var damaged = bytes
            for _ in 0..<3 { damaged[8 + Int(random.next() % UInt64(header - 8))] = UInt8(32 + random.next() % 95) }
            _ = try Self.error(damaged)
        }
    }

    @Test func `shards of different models are refused`() throws {
        try TemporaryFolder.with { folder in
            let tiny = TinyModel()
            var other = tiny
            other.metadata["version"] = "2"
            let first = try folder.write(
                "t-00001-of-00002.safetensors",
                tiny.file({ !$0.hasPrefix("layer") }, shard: "1/2")
            )
            #expect(throws: ModelError.self) { try StanceModel(path: first) }
            _ = try folder.write("t-00002-of-00002.safetensors", other.file({ $0.hasPrefix("layer") }, shard: "2/2"))
            let error = #expect(throws: ModelError.self) { try StanceModel(path: first) }
            #expect(error?.reason.contains("belongs to another model") == true)
        }
    }
}
