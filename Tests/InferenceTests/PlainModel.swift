import Foundation

@testable import Inference

/// The arithmetic of the model file's contract, written down plainly in double precision.
struct PlainModel {
    typealias Matrix = [[Double]]

    private let model: TinyModel
    private let heads: Int

    init(_ model: TinyModel) {
        self.model = model
        heads = Int(model.metadata["heads"] ?? "") ?? 0
    }

    /// Against, neutral, favor toward the tokens of each target.
    func probabilities(ids: [Int], sentence: Range<Int>, targets: [Range<Int>]) -> Matrix {
        let x = vectors(ids)
        return targets.map { target in
            let spot = mean(Array(x[target]))
            var input = spot
            if model.metadata["head"] == "asked" {
                let query = linear("head.query", spot)
                let keys = x.map { linear("head.key", $0) }
                let values = x.map { linear("head.value", $0) }
                for start in stride(from: 0, to: query.count, by: 64) {
                    let part = start..<start + 64
                    let weights = softmax(keys.map { dot($0[part], query[part]) / 8 })
                    input += part.map { column in zip(weights, values).reduce(0) { $0 + $1.0 * $1.1[column] } }
                }
            }
            input += x[0] + mean(Array(x[sentence]))
            let inner = linear("head.dense", input).map(gelu)
            let temperature = Double(model.metadata["temperature"] ?? "") ?? 0
            return softmax(linear("head.label", inner).map { $0 / temperature })
        }
    }

    private func vectors(_ ids: [Int]) -> Matrix {
        let scales = floats("embedding.word.scale")
        let words = rows("embedding.word")
        let positions = rows("embedding.position")
        let type = model.tensors["embedding.type"] == nil ? nil : floats("embedding.type")
        var x = ids.enumerated().map { position, id in
            words[id].indices.map { column in
                (words[id][column] - 64) * scales[id] + positions[position][column] + (type?[column] ?? 0)
            }
        }
        x = x.map { norm("embedding.norm", $0) }
        for layer in 0..<2 {
            let name = "layer.\(layer)"
            let (queries, keys, values) = (
                x.map { product("\(name).attention.query", $0) }, x.map { product("\(name).attention.key", $0) },
                x.map { product("\(name).attention.value", $0) }
            )
            let mixed = attention(queries, keys, values)
            x = zip(x, mixed).map { norm("\(name).attention.norm", add($0, product("\(name).attention.output", $1))) }
            x = x.map { row in
                let inner = product("\(name).feedforward.in", row).map(gelu)
                return norm("\(name).feedforward.norm", add(row, product("\(name).feedforward.out", inner)))
            }
        }
        return x
    }

    private func attention(_ queries: Matrix, _ keys: Matrix, _ values: Matrix) -> Matrix {
        let dimension = queries[0].count / heads
        let bias = model.tensors["relative_bias"] == nil ? nil : rows("relative_bias")
        return queries.indices.map { i in
            (0..<heads).flatMap { head in
                let part = head * dimension..<(head + 1) * dimension
                let scores = keys.indices.map { j in
                    dot(queries[i][part], keys[j][part]) / Double(dimension).squareRoot()
                        + (bias?[bucket(j - i)][head] ?? 0)
                }
                let weights = softmax(scores)
                return part.map { column in zip(weights, values).reduce(0) { $0 + $1.0 * $1.1[column] } }
            }
        }
    }

    /// The product of 7-bit weights with a row rounded to 8 bits.
    private func product(_ name: String, _ row: [Double]) -> [Double] {
        let step = (row.map(abs).max() ?? 0) / 127
        let levels = row.map { ($0 / step).rounded(.toNearestOrEven) }
        let (scales, bias) = (floats("\(name).scale"), floats("\(name).bias"))
        return rows("\(name).weight").enumerated().map { column, weights in
            zip(levels, weights).reduce(0) { $0 + $1.0 * ($1.1 - 64) } * step * scales[column] + bias[column]
        }
    }

    private func linear(_ name: String, _ row: [Double]) -> [Double] {
        let bias = floats("\(name).bias")
        return rows("\(name).weight").enumerated().map { dot($1[...], row[...]) + bias[$0] }
    }

    private func norm(_ name: String, _ row: [Double]) -> [Double] {
        let mean = row.reduce(0, +) / Double(row.count)
        let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(row.count)
        let (weight, bias) = (floats("\(name).weight"), floats("\(name).bias"))
        return row.enumerated().map { ($1 - mean) / (variance + 1e-5).squareRoot() * weight[$0] + bias[$0] }
    }

    /// T5's buckets for the distance from query to key.
    private func bucket(_ distance: Int) -> Int {
        let side = distance > 0 ? 16 : 0
        let length = abs(distance)
        if length < 8 { return side + length }
        return side + min(15, 8 + Int(log(Double(length) / 8) / log(16.0) * 8))
    }

    private func gelu(_ x: Double) -> Double { x / 2 * (1 + erf(x / 2.0.squareRoot())) }

    private func softmax(_ values: [Double]) -> [Double] {
        let powers = values.map { exp($0 - (values.max() ?? 0)) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    private func dot(_ left: ArraySlice<Double>, _ right: ArraySlice<Double>) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private func add(_ left: [Double], _ right: [Double]) -> [Double] { zip(left, right).map(+) }

    private func mean(_ rows: Matrix) -> [Double] {
        rows[0].indices.map { column in rows.reduce(0) { $0 + $1[column] } / Double(rows.count) }
    }

    private func floats(_ name: String) -> [Double] {
        switch model.tensors[name] {
        case .floats(let values, _): values.map(Double.init)
        case .bytes(let values, _): values.map(Double.init)
        case nil: []
        }
    }

    private func rows(_ name: String) -> Matrix {
        let values = floats(name)
        let width =
            switch model.tensors[name] {
            case .floats(_, let shape), .bytes(_, let shape): shape[1]
            case nil: 1
            }
        return stride(from: 0, to: values.count, by: width).map { Array(values[$0..<$0 + width]) }
    }
}
