extension Wording {
    /// The phrases in the symbols of ``FoldedText``: lower case, `0` for any digit, no hyphens.
    static let phrases: [(Wording, [String])] = [
        (.menu, menus), (.menu, shares), (.share, shareOpenings), (.section, sections), (.skip, skips),
        (.consent, consents),
        (.consentOpening, consentOpenings), (.ask, asks), (.weakAsk, weakAsks), (.askOpening, askOpenings),
        (.wideOpening, wideOpenings), (.newsletter, newsletters),
        (.player, ["back to video", "video player is loading", "this is a modal window", "watch the video below"]),
        (.order, orders), (.followOpening, followOpenings), (.followPlace, followPlaces),
        (.related, relatedLinks), (.relatedHeading, relatedHeadings),
        (.rights, ["all rights reserved", "terms of use apply"]), (.copyright, ["C 0000", "C0000", "copyright 0000"]),
        (.copyright, ["copyright C 0000", "(c) 0000"]), (.publication, publications),
        (.captionOpening, captionOpenings), (.credit, credits), (.weakCredit, weakCredits), (.role, roles),
        (.counter, counters), (.tags, ["tags:", "tags", "filed under:", "filed under", "topics:", "keywords:"]),
    ]

    private static let menus = [
        "home", "menu", "main menu", "search", "log in", "login", "sign in", "sign up", "sign out", "log out",
        "register",
        "subscribe", "subscribe now", "my account", "account", "newsletter", "newsletters", "donate", "donate now",
        "give now", "about", "about us", "contact", "contact us", "our team", "privacy", "privacy policy", "terms",
        "terms of service", "terms of use", "terms and conditions", "cookie policy", "cookie settings", "accessibility",
        "advertise", "advertise with us", "careers", "jobs", "help", "faq", "site map", "sitemap", "rss", "podcasts",
        "advertisement", "sponsored", "sponsored content", "close", "open menu", "close menu", "toggle navigation",
        "toggle menu", "navigation", "back to top", "back", "next", "previous", "next article", "previous article",
        "read more", "load more", "show more", "see more", "view all", "see all", "more", "video", "videos", "photos",
        "events", "archive", "archives", "e paper", "crossword", "weather", "loading", "enlarge", "view gallery",
        "click to enlarge", "press", "press room", "media", "publications", "get involved", "what we do", "who we are",
        "leave a comment", "post a comment", "add a comment", "comments", "comment", "listen", "continue reading",
        "article continues below", "story continues below advertisement", "scroll to continue", "gift this article",
    ]

    private static let shares = [
        "share", "share this", "share this article", "share this story", "share this page", "share this post",
        "share on", "share via", "share on facebook", "share on twitter", "share via email", "share with", "tweet",
        "tweet this", "facebook", "twitter", "x", "linkedin", "whatsapp", "reddit", "pinterest", "telegram",
        "instagram",
        "youtube", "tiktok", "bluesky", "mastodon", "threads", "flipboard", "pocket", "email", "e mail", "print",
        "print this page", "download", "copy link", "copy", "link copied", "save", "save article", "bookmark",
        "follow", "follow us", "follow us on", "click to share on", "opens in new window",
    ]

    private static let shareOpenings = [
        "share this", "share on", "share via", "share with", "share:", "tweet this", "email this", "print this",
        "save this", "bookmark this", "copy link", "send this", "gift this", "listen to this", "click to share",
    ]

    private static let sections = [
        "opinion", "opinions", "commentary", "analysis", "editorial", "op ed", "perspective", "perspectives", "news",
        "world", "politics", "business", "sport", "sports", "culture", "science", "technology", "tech", "health",
        "economy", "arts", "books", "travel", "food", "style", "local", "national", "international", "latest", "us",
        "uk", "europe", "asia", "africa", "americas", "middle east", "lifestyle", "entertainment", "education",
        "climate",
        "environment", "features", "ideas", "essay", "column", "columnists", "letters", "guest essay", "exclusive",
        "breaking news", "live", "top stories", "money", "markets", "dispatches", "news release", "letter",
    ]

    private static let skips = [
        "skip to main content", "skip to content", "skip to the content", "skip to main", "skip to navigation",
        "skip to article", "skip to footer", "skip navigation", "jump to content", "jump to main content",
        "jump to navigation",
    ]

    private static let consents = [
        "we use cookies", "uses cookies", "use of cookies", "accept cookies", "accept all cookies", "accept all",
        "cookie preferences", "cookie policy", "by continuing to use this", "by continuing to browse", "manage consent",
        "your consent", "cookies to improve", "cookies to ensure", "cookies and similar technologies", "cookies",
        "by clicking accept", "update your privacy settings",
    ]

    private static let consentOpenings = [
        "we use cookies", "this site uses", "this website uses", "our site uses", "our website uses", "by continuing",
        "by clicking", "we and our partners", "we value your privacy", "your privacy", "cookies help us",
        "manage consent", "to give you the best", "by using this site", "accept all",
    ]

    /// Phrases that only an ask of the page's own has.
    private static let asks = [
        "tax deductible gift", "tax deductible donation", "tax deductible contribution", "donate now", "donate today",
        "donate to us", "support our journalism", "support our reporting", "support our newsroom",
        "support independent journalism", "support quality journalism", "support local journalism",
        "become a subscriber", "become a patron", "subscribe to our", "subscribe now", "subscribe today",
        "subscribe here", "sign up for our", "sign up to our", "sign up to receive", "sign up here", "sign up now",
        "sign up today", "join our mailing list", "join our newsletter", "get our newsletter", "our newsletter",
        "our free newsletter", "our weekly newsletter", "our daily newsletter", "our morning newsletter",
        "to your inbox", "your email address", "already a subscriber", "log in to continue", "sign in to continue",
        "to continue reading", "create a free account", "start your free trial", "follow us on", "like us on facebook",
        "download our app", "unsubscribe at any time", "consider supporting us", "support from readers",
        "consider making a donation to us", "turn on notifications", "our newsletters", "our e mail newsletter",
        "our email newsletter", "our daily push", "our push alerts", "our news alerts", "our breaking news alerts",
        "sent straight to your", "straight to your", "bookmark our", "as a preferred source", "our news team by",
        "emailing us at", "email us at", "e mail us at", "emailing us", "your videos and pictures",
        "to our subscribers",
        "our whatsapp", "our telegram", "our youtube channel", "our podcast", "our facebook page", "our apps",
        "our app",
        "cancel anytime", "cancel at any time", "your free trial", "unlimited access to", "unlimited digital access",
        "donate here", "donate at", "donate via", "a donation today", "contribute today", "a contribution today",
        "a gift today", "give what you can", "funded by readers", "funded by our readers", "supported by our readers",
        "supported by readers", "funded by people like you", "we can't do it without you",
        "we can't do this without you",
        "we need your help", "we need your support", "help fund our", "help us continue", "help us keep",
        "keep our journalism", "our journalism free", "subscriptions help fund", "to support our", "join our whatsapp",
        "join our community", "join our facebook", "join our telegram", "become a member today", "register for free",
        "rent or sell your e mail", "sell your email", "our privacy notice", "our privacy policy",
        "more stories like this",
        "check our news page", "happy reading", "sign up for this", "sign up to this",
    ]

    /// Phrases of asks that an author may write too; they count at the ends of a page only.
    private static let weakAsks = [
        "make a donation", "make a gift", "make a contribution", "please donate", "support us", "support our work",
        "support our mission", "support this work", "your donation", "your gift", "your contribution", "your support",
        "your subscription", "become a member", "become a supporter", "subscribe to the", "subscribe for",
        "subscribe to get", "sign up for the", "sign up for free", "newsletter for", "in your inbox",
        "already a member",
        "readers like you", "reader supported", "chip in", "get the app", "never miss a story", "consider donating",
        "consider subscribing", "consider becoming a member", "free articles", "free to read", "for as little as",
        "give today", "give monthly", "donation", "newsletter", "newsletters", "our subscribers", "subscriber only",
        "our members", "our supporters",
    ]

    private static let newsletters = [
        "newsletter", "newsletters", "news alerts", "push alerts", "push notifications", "email alerts",
        "e mail alerts",
        "daily briefing", "morning briefing", "weekly briefing", "evening briefing", "email briefing", "in your inbox",
        "to your inbox", "mailing list",
    ]

    private static let orders = [
        "sign up for", "sign up to", "sign up here", "sign up now", "sign up today", "sign up and", "subscribe to",
        "subscribe here", "subscribe now", "subscribe today", "subscribe for", "click here to subscribe",
        "click here to sign up", "click here to donate", "click here to join", "please subscribe", "please donate",
        "please sign up", "please consider", "donate to", "donate now", "donate here", "donate today", "want more",
    ]

    private static let followOpenings = [
        "follow", "you can follow", "find us", "find", "like us", "connect with", "tweet", "contact", "email", "reach",
        "join us", "join the conversation", "got a", "have a", "do you have", "you can also follow", "stay", "keep up",
        "for more", "for the latest", "add us", "watch more", "see more",
    ]

    private static let followPlaces = [
        "on twitter", "on facebook", "on instagram", "on linkedin", "on google news", "on bluesky", "on threads",
        "on tiktok", "on youtube", "on whatsapp", "on telegram", "on x", "on x at", "on mastodon", "on flipboard",
        "on twitter:", "on x:", "on snapchat", "on reddit", "on our facebook", "on our whatsapp",
    ]

    private static let askOpenings = [
        "your", "you", "you've", "help", "support", "subscribe", "sign up", "sign in", "log in", "join", "donate",
        "give",
        "get", "become", "make a", "make your", "please", "follow us", "like us", "like what", "if you", "already",
        "enjoy", "enjoyed", "enjoying", "want", "never miss", "don't miss", "stay", "thank you", "thanks for", "click",
        "download", "to continue", "this article is free", "create", "register", "receive", "love", "did you", "do you",
        "we rely", "we depend", "we need your", "we are a", "we're a", "our journalism", "our work", "our reporting",
        "our newsletter", "before you go", "start your", "start a", "more people", "quality journalism", "can you",
        "independent journalism", "with your", "as a nonprofit", "as a non profit", "consider", "for more", "chip in",
        "invest in", "now more than ever", "unlock", "be the first", "a note", "will you", "you have",
    ]

    /// Beginnings that prose has too; they count with the phrases that only asks have.
    private static let wideOpenings = [
        "for the latest", "for all the latest", "for breaking", "for updates", "our website", "our site",
        "our newsroom",
        "our readers", "our team", "our mission", "follow", "got a", "have a story", "have you", "keep up",
        "keep reading",
        "bookmark", "when you sign up", "when you subscribe", "by signing up", "by subscribing", "editor's note",
        "special offer", "try", "read unlimited", "tell us", "send us", "share your", "email us", "e mail us",
        "contact us",
        "write to us", "we want to hear", "we'd like to hear", "are you", "to receive", "to get", "to stay",
        "to support",
        "to donate", "tap here", "scan", "check out", "visit our", "readers", "dear reader", "dear readers",
        "in order to",
        "without you", "without your", "thanks to", "because of", "since you're here", "as you're here", "today",
        "while you're here", "this holiday season", "this year", "we are an", "we're an", "we don't have", "we believe",
        "we can't", "we do not", "journalism", "good journalism", "great journalism", "local journalism", "read our",
        "in depth reporting", "watch our", "listen to", "add us", "a version of", "this newsletter", "want to",
        "and if you",
        "but if you", "so if you", "make us", "make sure", "i would like to", "i'd like to", "i want to", "i agree to",
        "our community", "for more stories", "at", "we",
    ]

    private static let relatedLinks = [
        "read more:", "read also:", "also read:", "read:", "related:", "see also:", "recommended:", "watch:", "listen:",
        "more:", "read next:", "up next:", "related article:", "related articles:", "related story:", "more from",
        "from our archives:", "in pictures:", "explainer:", "don't miss:", "must read:", "opinion:",
    ]

    private static let relatedHeadings = [
        "related", "related articles", "related stories", "related content", "related topics", "related reading",
        "related news", "related posts", "most read", "most popular", "most viewed", "popular", "trending",
        "trending now", "recommended", "recommended for you", "you may also like", "you might also like", "read next",
        "up next", "more stories", "more news", "more on this story", "latest news", "latest stories", "editor's picks",
        "editors' picks", "comments", "leave a reply", "more like this", "around the web", "from the web", "also on",
        "more in", "more from", "more on", "more articles", "top stories",
    ]

    private static let publications = [
        "published in:", "published in", "published by:", "published by", "originally published in",
        "originally published on", "originally published by", "originally published at", "first published in",
        "first published by", "first published on", "originally appeared in", "originally appeared on",
        "first appeared in", "first appeared on", "publication:", "this article was originally published in",
        "this article was originally published on", "this article was originally published by",
        "this article was first published in", "this article was first published by",
        "this article originally appeared in", "this article originally appeared on", "this article first appeared in",
        "this article first appeared on", "this article appeared in", "this op ed originally appeared in",
        "this op ed was originally published in", "this op ed was first published in", "this op ed appeared in",
        "this essay originally appeared in", "this essay first appeared in", "this essay was first published in",
        "this essay was originally published in", "this piece originally appeared in", "this piece first appeared in",
        "this piece was originally published in", "this piece was first published in", "this piece appeared in",
        "this commentary was originally published in", "this commentary originally appeared in",
        "this column originally appeared in", "this column first appeared in",
        "this column was originally published in", "this story was originally published by",
        "this story was originally published in", "this story originally appeared in", "appeared in:",
    ]

    private static let captionOpenings = [
        "photo:", "photos:", "photo by", "photos by", "photo credit", "photo courtesy", "photograph:", "photograph by",
        "photographs by", "photography by", "image:", "images:", "image by", "image credit", "image courtesy",
        "picture:",
        "pictures:", "picture by", "picture credit", "file photo", "file photo:", "file image", "illustration:",
        "illustration by", "illustrations by", "graphic:", "graphic by", "credit:", "caption:", "image caption",
        "image source", "source:", "video:", "map:", "chart:", "drawing by", "cartoon by",
    ]

    private static let credits = [
        "C 0000", "C0000", "photo:", "photos:", "photograph:", "image:", "picture:", "credit:", "illustration:",
        "photo by", "photograph by", "image by", "picture by", "(photo", "(photograph", "(image", "(picture", "(file",
        "[photo", "[file", "[image", "(courtesy", "[courtesy", "(illustration", "(handout", "(reuters", "(ap)",
        "(ap photo",
        "(afp", "(getty", "(epa", "(shutterstock", "(credit", "[getty", "[reuters", "[ap", "[afp", "ap photo",
        "reuters/", "/reuters",
        "/ap", "ap/", "afp/", "/afp", "/getty", "getty images", "/epa", "epa/", "/alamy", "alamy stock photo",
        "/shutterstock", "/bloomberg", "bloomberg/", "xinhua/", "/xinhua", "/anadolu", "anadolu/", "/picture alliance",
        "/dpa", "dpa/", "/pa wire", "/pa", "pa wire", "/upi", "upi/", "/tass", "/yonhap", "yonhap/", "/kyodo",
        "/corbis",
        "via ap", "via reuters", "via afp", "via getty", "via epa", "via shutterstock", "via wikimedia commons",
        "/unsplash",
        "via flickr", "/flickr", "/istock", "/zuma", "/sipa", "/sopa", "/nurphoto", "/magnum photos", "/redux",
        "/polaris",
    ]

    private static let weakCredits = [
        "courtesy of", "photo courtesy", "wikimedia commons", "creative commons", "handout", "file photo", "all photos",
        "stock photo", "unsplash", "flickr", "cc by",
    ]

    private static let roles = [
        "staff writer", "staff writers", "staff reporter", "staff", "writer", "reporter", "reporters", "correspondent",
        "correspondents", "editor", "columnist", "contributor", "contributors", "contributing writer",
        "guest columnist",
        "opinion contributor", "special to", "guest author", "senior fellow", "fellow", "professor", "bureau chief",
        "associate editor", "senior editor", "news editor", "freelance writer", "researcher", "director",
        "editor in chief", "photographer", "photographs by",
    ]

    private static let counters = [
        "0 min read", "00 min read", "0 minute read", "00 minute read", "0 minutes read", "min read", "minute read",
        "0 comments", "00 comments", "000 comments", "0 comment", "0 shares", "00 shares", "000 shares", "comments (0)",
        "comments (00)", "listen to this article", "reading time", "estimated reading time", "listen 0 min",
        "listen 00 min", "0 min", "00 min",
    ]
}
