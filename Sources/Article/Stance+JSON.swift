package import JSON

extension Article.Attribution {
    package init(json: JSON) throws(JSONError) {
        var members = try JSONMembers(json, "an attribution")
        kind = try members.word("kind", Kind.self)
        span = try members.span()
        let cue = try members.optionalObject("cue", "a cue") { cue throws(JSONError) in (try cue.span(), cue.rest) }
        self.cue = cue?.0
        cueExtra = cue?.1 ?? [:]
        speaker = try members.optionalObject("speaker", "a speaker", Article.Speaker.init(members:))
        extra = members.rest
    }

    package var json: JSON {
        var object: JSONObject = ["kind": JSON(kind.rawValue)]
        object.set(span)
        object["cue"] = cue.map { cue in
            var object = JSONObject()
            object.set(cue)
            return object.with(cueExtra)
        }
        object["speaker"] = speaker?.json
        return object.with(extra)
    }
}

extension Article.Speaker {
    fileprivate init(members: inout JSONMembers) throws(JSONError) {
        name = try members.string("name")
        span = members.rest["start"] == nil && members.rest["end"] == nil ? nil : try members.span()
        extra = members.rest
    }

    package var json: JSON {
        var object: JSONObject = ["name": JSON(name)]
        if let span { object.set(span) }
        return object.with(extra)
    }
}

extension Article.Target {
    package init(json: JSON) throws(JSONError) {
        var members = try JSONMembers(json, "a target")
        id = try members.string("id")
        name = try members.string("name")
        kind = try members.string("kind")
        overall = try members.optionalObject("overall", "an overall stance", Article.Overall.init(members:))
        extra = members.rest
    }

    package var json: JSON {
        var object: JSONObject = ["id": JSON(id), "name": JSON(name), "kind": JSON(kind)]
        object["overall"] = overall?.json
        return object.with(extra)
    }
}

extension Article.Overall {
    fileprivate init(members: inout JSONMembers) throws(JSONError) {
        label = try members.word("label", Article.Label.self)
        score = try members.number("score", in: -1...1)
        count = try members.count("count")
        extra = members.rest
    }

    fileprivate var json: JSON {
        let object: JSONObject = ["label": JSON(label.rawValue), "score": JSON(score), "count": JSON(count)]
        return object.with(extra)
    }
}

extension Article.Holder {
    fileprivate init(members: inout JSONMembers) throws(JSONError) {
        switch try members.string("kind") {
        case "author": self = .author
        case "quoted": self = .quoted(name: try members.optionalString("name"))
        default: throw JSONError("expected author or quoted", path: ["kind"])
        }
    }

    fileprivate var members: JSONObject {
        switch self {
        case .author: ["kind": "author"]
        case .quoted(nil): ["kind": "quoted"]
        case .quoted(let name?): ["kind": "quoted", "name": JSON(name)]
        }
    }
}

extension Article.Probabilities {
    fileprivate init(members: inout JSONMembers) throws(JSONError) {
        against = try members.number("against", in: 0...1)
        neutral = try members.number("neutral", in: 0...1)
        favor = try members.number("favor", in: 0...1)
    }

    fileprivate var members: JSONObject {
        ["against": JSON(against), "neutral": JSON(neutral), "favor": JSON(favor)]
    }
}

extension Article.Stance {
    package init(json: JSON) throws(JSONError) {
        var members = try JSONMembers(json, "a stance")
        sentence = try members.count("sentence")
        target = try members.string("target")
        span = try members.span()
        (holder, holderExtra) = try members.object("holder", "a holder") { holder throws(JSONError) in
            (try Article.Holder(members: &holder), holder.rest)
        }
        (probabilities, probabilitiesExtra) = try members.object("probabilities", "probabilities") {
            odds throws(JSONError) in (try Article.Probabilities(members: &odds), odds.rest)
        }
        // Derived from the probabilities, and written for those who read the JSON.
        for key in ["label", "score", "confidence"] { _ = members.take(key) }
        extra = members.rest
    }

    package var json: JSON {
        var object: JSONObject = ["sentence": JSON(sentence), "target": JSON(target)]
        object.set(span)
        object["holder"] = holder.members.with(holderExtra)
        object["label"] = JSON(label.rawValue)
        object["score"] = JSON(score)
        object["confidence"] = JSON(probabilities.confidence)
        object["probabilities"] = probabilities.members.with(probabilitiesExtra)
        return object.with(extra)
    }
}

extension Article.Summary {
    package init(json: JSON) throws(JSONError) {
        var members = try JSONMembers(json, "a summary")
        target = try members.string("target")
        (holder, holderExtra) = try members.object("holder", "a holder") { holder throws(JSONError) in
            (try Article.Holder(members: &holder), holder.rest)
        }
        label = try members.word("label", Article.Label.self)
        score = try members.number("score", in: -1...1)
        count = try members.count("count")
        interval = try members.required("interval", "two numbers in order") { json in
            guard let bounds = json.array, bounds.count == 2, let low = bounds[0].double, let high = bounds[1].double,
                low <= high
            else { return nil }
            return low...high
        }
        sentences =
            try members.list("sentences") { json throws(JSONError) in
                guard let index = json.int, index >= 0 else { throw JSONError("expected a whole number from 0 on") }
                return index
            } ?? []
        extra = members.rest
    }

    package var json: JSON {
        var object: JSONObject = ["target": JSON(target)]
        object["holder"] = holder.members.with(holderExtra)
        object["label"] = JSON(label.rawValue)
        object["score"] = JSON(score)
        object["count"] = JSON(count)
        object["interval"] = .array([JSON(interval.lowerBound), JSON(interval.upperBound)])
        object["sentences"] = .array(sentences.map { JSON($0) })
        return object.with(extra)
    }
}
