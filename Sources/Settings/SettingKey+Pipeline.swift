extension SettingKey {
    /// The rows of `pipeline`: what `standpoint up` and `standpoint run` start.
    static let pipelineKeys: [SettingKey] = [
        SettingKey(
            "pipeline.workers.ingest",
            \.pipeline.workers.ingest,
            .number(0...1_024),
            flag: "--workers",
            "How many ingest workers run."
        ),
        SettingKey(
            "pipeline.workers.segment",
            \.pipeline.workers.segment,
            .number(0...1_024),
            flag: "--workers",
            "How many segment workers run."
        ),
        SettingKey(
            "pipeline.workers.stance",
            \.pipeline.workers.stance,
            .number(0...1_024),
            flag: "--workers",
            "How many stance workers run."
        ),
        SettingKey(
            "pipeline.targets",
            \.pipeline.targets,
            .paths,
            flag: "--targets",
            "Files of known targets with their kinds and aliases; with none the built-in ones are used."
        ),
        SettingKey(
            "pipeline.near_duplicates",
            \.pipeline.nearDuplicates,
            .choice(),
            flag: "--near-duplicates",
            "What is done about articles that are nearly the same as one of before: `mark` names that one in"
                + " `near_duplicate_of`, `skip` does so and leaves them unscored, `off` does not look for them."
        ),
    ]

    /// The rows of `log`: how every process logs.
    static let logKeys: [SettingKey] = [
        SettingKey(
            "log.level",
            \.log.level,
            .choice(),
            flag: "--log-level",
            "The least severe level that is written."
        ),
        SettingKey(
            "log.format",
            \.log.format,
            .choice(),
            flag: "--log-format",
            "`text` for people, `json` for machines: one object a line."
        ),
    ]
}
