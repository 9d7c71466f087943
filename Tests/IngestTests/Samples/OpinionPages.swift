import Article

extension PageSample {
    private static let first = """
        When the river council voted last week to drain the old reservoir, it promised cheaper water within a year. \
        Nothing in its own figures supports that promise, and the members who voted for it know as much.
        """
    private static let second = """
        The mayor, Lena Ortiz, called the plan “a gift to our grandchildren.” Her engineer, Paul Adeyemi, said it was \
        “the wrong dam in the wrong place,” and he has the soil tests to show it.
        """
    private static let last = """
        Drain it, and the town will buy its water from a neighbour who sets the price. Keep it, and repair it, and we \
        stay masters in our own house.
        """

    /// Op-eds with the traits of pasted pages.
    static let opinion = [
        PageSample(
            "an op-ed with navigation, publication, caption and donation ask",
            title: "The Council’s Dry Promise",
            subtitle: "Draining the Reservoir Won’t Make Water Any Cheaper",
            publication: "The Valley Examiner",
            [
                (.boilerplate, "Skip to content"), (.title, "The Council’s Dry Promise"),
                (.subtitle, "Draining the Reservoir Won’t Make Water Any Cheaper"),
                (.publication, "Published in: The Valley Examiner"),
                (.caption, "Lena Ortiz at the dam, May 3, 2021. © 2021 Reuters/Ana Example"),
                (.paragraph, first), (.paragraph, second), (.paragraph, last),
                (.boilerplate, "Your tax-deductible donation helps us protect rivers everywhere."),
            ]
        ),
        PageSample(
            "a byline with a role, a date line and a share bar",
            title: "Why I Changed My Mind About the Dam",
            byline: ["Jane Doe", "John Roe"],
            published: "2021-05-04",
            [
                (.boilerplate, "Home | News | Opinion | Sports | Contact us"),
                (.title, "Why I Changed My Mind About the Dam"), (.byline, "By Jane Doe and John Roe, Staff writers"),
                (.dateline, "Published Tuesday, May 4, 2021 at 9:30 AM ET"),
                (.boilerplate, "Share on Facebook | Tweet | Email"),
                (.paragraph, first), (.paragraph, last),
            ]
        ),
        PageSample(
            "a standfirst that is a sentence before the byline",
            title: "Leave the Water Where It Is",
            subtitle: "The council has not done its sums, and we shall all pay for that.",
            byline: ["Mary van der Berg"],
            published: "2021-05-04",
            [
                (.boilerplate, "Opinion"), (.title, "Leave the Water Where It Is"),
                (.subtitle, "The council has not done its sums, and we shall all pay for that."),
                (.byline, "Mary van der Berg, Columnist"), (.dateline, "4 May 2021"), (.paragraph, first),
                (.paragraph, last),
            ]
        ),
        PageSample(
            "headings and list items in the body",
            title: "Three Ways to Save a Reservoir",
            [
                (.title, "Three Ways to Save a Reservoir"), (.paragraph, first), (.heading, "Repair the wall first"),
                (.paragraph, second), (.heading, "What the town could do now"),
                (.listItem, "- Publish the soil tests in full."), (.listItem, "- Ask a second engineer."),
                (.listItem, "3) Put it to a vote."), (.paragraph, last),
            ]
        ),
        PageSample(
            "prose about donations, newsletters and photographs stays prose",
            title: "The Charity That Forgot Its Givers",
            [
                (.title, "The Charity That Forgot Its Givers"),
                (
                    .paragraph,
                    "The group told its members to “make a donation today” and to “support our work,” and they did."
                ),
                (
                    .paragraph,
                    "Its newsletter, she said, had become a member of the family for thousands of readers in the valley."
                ),
                (
                    .paragraph,
                    "Reporters from Reuters and AFP took the photo that shamed it. The company uses cookies to follow them."
                ),
                (.paragraph, "Please understand that nobody gave a gift because of a letter in the mail."),
                (.paragraph, last),
            ]
        ),
        PageSample(
            "no title at all: the first piece is a sentence",
            [(.paragraph, first), (.paragraph, second), (.paragraph, last)]
        ),
        PageSample(
            "a title that asks",
            title: "Who Will Pay for the Water?",
            [(.title, "Who Will Pay for the Water?"), (.paragraph, first), (.paragraph, second)]
        ),
    ]

    static let report = [
        PageSample(
            "an agency report with a dateline in its first sentence",
            title: "Council votes to drain reservoir",
            byline: ["Ana Example"],
            published: "2021-05-03",
            [
                (.title, "Council votes to drain reservoir"), (.byline, "By Ana Example | May 3, 2021"),
                (.caption, "A worker walks along the wall of the old reservoir. (AP Photo/Ana Example)"),
                (
                    .paragraph,
                    "EXAMPLE CITY (AP) — The council voted on Monday to drain the reservoir that has fed the town for a century."
                ),
                (.paragraph, second), (.boilerplate, "© 2021 The Example Times. All rights reserved."),
            ]
        ),
        PageSample(
            "captions of several kinds",
            title: "A Wall Holds, for Now",
            [
                (.title, "A Wall Holds, for Now"), (.caption, "Photo: Ana Example"), (.paragraph, first),
                (.caption, "The wall in winter. Photograph: Ana Example/AFP"), (.paragraph, second),
                (.caption, "Lena Ortiz speaks to the press on Monday | Ana Example/Getty Images"),
                (.caption, "FILE - The dam in 1960. (Photo by Ana Example)"), (.paragraph, last),
            ]
        ),
        PageSample(
            "a menu, cookie notes and a footer on lines of their own",
            title: "Engineers doubt the plan",
            [
                (.boilerplate, "Menu"), (.boilerplate, "News"), (.boilerplate, "Sports"), (.boilerplate, "Log in"),
                (.boilerplate, "We use cookies to improve your experience on our site. By continuing you accept them."),
                (.title, "Engineers doubt the plan"), (.paragraph, first), (.paragraph, second),
                (.boilerplate, "Advertisement"),
                (.paragraph, last), (.boilerplate, "Related articles"), (.boilerplate, "Dam inspector resigns"),
                (.boilerplate, "How a town lost its river"), (.boilerplate, "Privacy policy"),
                (.boilerplate, "Terms of use"),
            ]
        ),
        PageSample(
            "newsletter asks in the middle and a link to another article",
            title: "The price of a litre",
            publication: "The Example Review",
            [
                (.title, "The price of a litre"), (.paragraph, first),
                (.boilerplate, "Sign up for our weekly newsletter to get the best of the valley in your inbox."),
                (.paragraph, second), (.boilerplate, "Read more: Who owns the river?"), (.paragraph, last),
                (.publication, "This article was originally published in The Example Review."),
                (
                    .boilerplate,
                    "If you value our reporting, please consider making a gift. Readers like you keep us going."
                ),
            ]
        ),
        PageSample(
            "a list of tags and an updated date",
            title: "Vote put off",
            published: "2021-06-01",
            [
                (.title, "Vote put off"), (.dateline, "Updated: June 2, 2021"), (.dateline, "2021-06-01"),
                (.boilerplate, "5 min read"), (.paragraph, first), (.paragraph, last),
                (.boilerplate, "Tags: water, dams, councils"),
            ]
        ),
        PageSample(
            "quoted mail and dialogue",
            title: "Letters From the Dam",
            [
                (.title, "Letters From the Dam"), (.paragraph, first),
                (.quote, "> We never wanted it drained.\n> Nobody asked us."),
                (.paragraph, "“Who asked you?” she said."), (.paragraph, "Nobody had."), (.paragraph, last),
            ]
        ),
    ]
}
