package import JSON

extension Article.Source {
    init(members: inout JSONMembers) throws(JSONError) {
        contentType = try members.string("content_type")
        url = try members.optionalString("url")
        bytes = try members.count("bytes")
        sha256 = try members.string("sha256")
        key = try members.optionalString("key")
        extra = members.rest
    }

    package var json: JSON {
        var object: JSONObject = ["content_type": JSON(contentType)]
        object["url"] = url.map { JSON($0) }
        object["bytes"] = JSON(bytes)
        object["sha256"] = JSON(sha256)
        object["key"] = key.map { JSON($0) }
        return object.with(extra)
    }
}

extension Article.Block {
    package init(json: JSON) throws(JSONError) {
        var members = try JSONMembers(json, "a block")
        kind = try members.word("kind", Kind.self)
        span = try members.span()
        extra = members.rest
    }

    package var json: JSON {
        var object: JSONObject = ["kind": JSON(kind.rawValue)]
        object.set(span)
        return object.with(extra)
    }
}

extension Article.Sentence {
    package init(json: JSON) throws(JSONError) {
        var members = try JSONMembers(json, "a sentence")
        span = try members.span()
        block = try members.count("block")
        extra = members.rest
    }

    package var json: JSON {
        var object = JSONObject()
        object.set(span)
        object["block"] = JSON(block)
        return object.with(extra)
    }
}

extension Article.Provenance {
    package init(json: JSON) throws(JSONError) {
        var members = try JSONMembers(json, "a provenance")
        stage = try members.string("stage")
        software = try members.string("software")
        model = try members.optionalString("model")
        milliseconds = try members.number("milliseconds")
        note = try members.optionalString("note")
        extra = members.rest
    }

    package var json: JSON {
        var object: JSONObject = ["stage": JSON(stage), "software": JSON(software)]
        object["model"] = model.map { JSON($0) }
        object["milliseconds"] = JSON(milliseconds)
        object["note"] = note.map { JSON($0) }
        return object.with(extra)
    }
}

extension Submission {
    /// Reads the body of a `submit` message.
    ///
    /// - Throws: ``JSONError`` with the path of the first member that is missing or of the wrong kind.
    package init(json: JSON) throws(JSONError) {
        var members = try JSONMembers(json, "a submission")
        content = try members.string("content")
        contentType = try members.string("content_type")
        key = try members.optionalString("key")
        url = try members.optionalString("url")
        title = try members.optionalString("title")
        subtitle = try members.optionalString("subtitle")
        byline = try members.strings("byline")
        publication = try members.optionalString("publication")
        published = try members.optionalString("published")
        language = try members.optionalString("language")
        extra = members.rest
    }

    package var json: JSON {
        var object: JSONObject = ["content": JSON(content), "content_type": JSON(contentType)]
        object["key"] = key.map { JSON($0) }
        object["url"] = url.map { JSON($0) }
        object["title"] = title.map { JSON($0) }
        object["subtitle"] = subtitle.map { JSON($0) }
        object["byline"] = byline.map { .array($0.map { JSON($0) }) }
        object["publication"] = publication.map { JSON($0) }
        object["published"] = published.map { JSON($0) }
        object["language"] = language.map { JSON($0) }
        return object.with(extra)
    }
}
