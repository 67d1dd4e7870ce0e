"""How this genre quotes, in sentences of our own."""

from __future__ import annotations

import pytest
from quote_stage import summary

CASES: dict[str, list[tuple[str, list[str]]]] = {
    "cue before": [
        ('{roh:President |Roh Moo-hyun} said, "We will not abandon dialogue."', ["direct roh say"]),
        ('{ban:Ban Ki-moon} said that "the door to talks remains open."', ["direct ban say"]),
        ('{gillard:Gillard} told parliament that the alliance was "rock solid."', ["fragment gillard tell"]),
        ('{abe:Abe} called the visit "deeply regrettable."', ["fragment abe call"]),
        ('{singh:Prime Minister |Singh} described ties with {JPN:Tokyo} as "a natural partnership."', ["fragment singh describe"]),
        ('{obama:Obama} urged {PRK:Pyongyang} to "choose a different path."', ["fragment obama urge"]),
        ('{duterte:Duterte} vowed to "set aside" the arbitral ruling.', ["fragment duterte vow"]),
        ('{howard:Howard} wrote that "the region has no better friend."', ["direct howard write"]),
        ('{kim:Kim Kye-gwan} insisted {PRK:his country} "will never trade" its deterrent.', ["fragment kim insist"]),
        ('{mahathir:Mahathir} dismissed the report as "absurd."', ["fragment mahathir dismiss"]),
        ('{rice:Rice} warned against "any unilateral change" in the strait.', ["fragment rice warn_against"]),
        ('{lee:Lee Hsien Loong} harrumphed that "small states have few choices."', ["direct lee harrumph"]),
    ],
    "cue behind": [
        ('"We seek no enemies," said {jokowi:President |Joko Widodo}.', ["direct jokowi say"]),
        ('"We seek no enemies," {jokowi:Joko Widodo} said in Bandung.', ["direct jokowi say"]),
        ('"Is this a joint venture?" asked {suga:Suga}.', ["direct suga ask"]),
        ('"Nobody will win a trade war," {turnbull:Turnbull} told reporters.', ["direct turnbull tell"]),
        ('"The ball is in their court," harrumphed {hill:Ambassador |Christopher Hill}.', ["direct hill harrumph"]),
        ('"The ball is in their court," according to {hill:Hill}.', ["direct hill according_to"]),
        ('"We shall overcome," {suu:she} added.', ["direct suu add"]),
        ('"A great day," {moon:Moon}, who had just returned from Hanoi, told the press.', ["fragment moon tell"]),
        ('"Trust has to be earned," {wen:Wen Jiabao} (then premier) remarked.', ["direct wen remark"]),
        ('The package was "too little, too late," complained {park:Park}.', ["fragment park complain"]),
        ('"We will retaliate" – {kim:Kim Yo-jong}.', ["direct kim -"]),
        ('"Peace needs patience," argues {tran:Tran Duc Luong} in his memoirs.', ["direct tran argue"]),
    ],
    "inside": [
        ('"The talks," {ban:Ban} said, "were a disaster."', ["fragment ban say", "fragment ban say"]),
        ('"We are neighbors," said {noda:Noda}, "and we will remain neighbors."', ["direct noda say", "direct noda say"]),
        ('"We agree on the goal," {kerry:Kerry} noted, adding, "we differ on the means."', ["direct kerry note", "direct kerry add"]),
        ('"It was a candid talk," {aso:Aso} said. "We will meet again."', ["direct aso say", "direct aso -"]),
    ],
    "passive": [
        ('{li:Li Zhaoxing} was quoted as saying that "the issue is closed."', ["direct li say"]),
        ('{li:Li Zhaoxing} was quoted by {@xinhua:Xinhua} as saying that "the issue is closed."', ["direct li say"]),
        ('{@kyodo:Kyodo} quoted {machimura:Machimura} as calling the move "provocative."', ["fragment machimura call"]),
        ('The test was called "a grave provocation" by {rudd:Rudd}.', ["fragment rudd call"]),
        ('The launch was described by {lee:Lee Myung-bak} as "intolerable."', ["fragment lee describe"]),
        ('The pact is described as a "quasi-alliance."', ["scare - -"]),
        ('The strategy, dubbed "Act East," dates from 2014.', ["scare - -"]),
        ('A highway known as the "Friendship Road" links both towns.', ["scare - -"]),
    ],
    "nouns": [
        ('{modi:Modi}\'s description of the pact as a "force for good" pleased {USA:Washington}.', ["fragment modi description"]),
        ('{HUN:Seoul} was irritated by {koizumi:Koizumi}\'s talk of "a matter of the heart."', ["fragment koizumi talk"]),
        ('A statement by {#asean:ASEAN} that "restraint is essential" came late.', ["direct asean statement"]),
        ('{thein:His} answer was "no."', ["fragment thein answer"]),
        ('{najib:Najib}\'s message was clear: "We will not yield an inch."', ["direct najib message"]),
        ('In {mahathir:Mahathir}\'s words, the bloc had become "a paper tiger."', ["fragment mahathir word"]),
        ('{HUN:Hanoi} ignored {clinton:Clinton}\'s warning of "dire consequences."', ["fragment clinton warning"]),
    ],
    "frames": [
        ('According to {nguyen:Nguyen Minh Triet}, the accord is "a milestone."', ["fragment nguyen according_to"]),
        ('For {white:Hugh White}, the choice is one of "strategic solitude."', ["fragment white -"]),
        ('As {lky:Lee Kuan Yew} once put it, "a small country must seek friends."', ["direct lky put"]),
        ('According to {@kcna:KCNA}, {kim:Kim Jong-un} called the drill "a rehearsal for war."', ["fragment kim call"]),
        ('{bush:Bush} used the phrase "axis of evil" in his address.', ["fragment bush use"]),
        ('{snowe:He} was blunt: "We have run out of time."', ["direct snowe -"]),
        ('The alliance, {campbell:Campbell} argues, is "in great shape."', ["fragment campbell argue"]),
        ('A formal treaty, suggested {fox:Fox}, would be "a bridge too far."', ["fragment fox suggest"]),
    ],
    "speaker is not the nearest": [
        ('While {a:Aso} pointed to "certain neighbors" and their "lack of candor," {b:Yang} described the islands as "sacred soil."',
         ["fragment a point_to", "fragment a point_to", "fragment b describe"]),
        ('{moon:Moon}, who met {pence:Pence} in Seoul and {abe:Abe} in Tokyo, said the North was "sincere."', ["fragment moon say"]),
        ('{turnbull:Turnbull}, speaking in {CHN:Beijing} alongside {li:Li Keqiang}, praised "a very frank exchange."', ["fragment turnbull praise"]),
        ('The pact is what {nixon:Nixon} branded the "crown jewel" of diplomacy, argued {green:Michael Green}.', ["fragment nixon brand"]),
        ('{PHL:Manila} showed "a bit more backbone" after the ruling, wrote {poling:Gregory Poling}.', ["fragment poling write"]),
        ('{park:Park} criticized {abe:Abe} for calling the women "volunteers."', ["fragment abe call"]),
        ('{trump:Trump} told {abe:Abe} that {KOR:Seoul} was "getting a free ride."', ["fragment trump tell"]),
        ('{hu:Hu Jintao} visited {IND:Delhi}, met {singh:Singh}, and called the talks "fruitful."', ["fragment hu call"]),
        ('The spokesman for {aso:Aso} said the premier was "resting."', ["fragment The_spokesman say"]),
        ('{aso:Aso}\'s spokesman said the premier was "resting."', ["fragment Aso's_spokesman say"]),
        ('{kishi:Kishi Nobuo}, the younger brother of {abe:Abe}, told {@nhk:NHK} that the drills were "routine."', ["fragment kishi tell"]),
        ('The Philippine defense secretary, {lorenzana:Delfin Lorenzana}, called the vessels "a swarm."', ["fragment lorenzana call"]),
    ],
    "joint and several": [
        ('{sby:Yudhoyono} and {rudd:Rudd} called the pact "historic" and "binding."', ["fragment sby+rudd call"] * 2),
        ('{a:Abe}, {m:Modi}, and {t:Turnbull} pledged to keep sea lanes "free and open."', ["fragment a+m+t pledge"]),
        ('"We share the same values," said {abe:Abe} and {modi:Modi}.', ["direct abe+modi say"]),
        ('{ozawa:Ozawa} called the base "unnecessary," "costly," and "a relic of the Cold War."', ["fragment ozawa call"] * 3),
        ('{kim+moon:The two leaders} agreed that "the era of peace has begun."', ["direct kim+moon agree"]),
        ('{xi:Xi} promised that aid would come "without strings"; that debts would be "restructured"; and that "no one will be left behind."',
         ["fragment xi promise", "fragment xi promise", "direct xi promise"]),
        ('"The pact is dead," "void," and "buried," {kim:Kim} declared.', ["direct kim declare", "fragment kim declare", "fragment kim declare"]),
    ],
    "described and institutional speakers": [
        ('A veteran Vietnamese commentator claimed that "nobody believed the figures."', ["direct A_veteran_Vietnamese_commentator claim"]),
        ('Critics called the deal "a fig leaf."', ["fragment Critics call"]),
        ('"The parties will meet again," said the statement by {#asean:ASEAN}.', ["direct asean say"]),
        ('{#un:The Security Council} issued a statement on the launch. "Such acts must stop," the statement said.', ["direct un say"]),
        ('{JPN:Japan} denounced the test, calling it "a clear violation of the resolutions."', ["fragment jpn call"]),
        ('"The launch failed," a senior US official told reporters.', ["direct a_senior_US_official tell"]),
        ('{@nyt:The New York Times} reported that the talks were "on life support."', ["fragment nyt report"]),
    ],
    "nobody": [
        ('The "comfort women" issue returned to the agenda.', ["scare - -"]),
        ('{JPN:Tokyo} moved toward a more "normal" posture.', ["scare - -"]),
        ('{PRK:The North} staged another round of "nuclear theater" in May.', ["scare - -"]),
        ('{chen:Chen Shui-bian}\'s "other shoe" dropped in March.', ["scare - -"]),
        ('The so-called "nine-dash line" has no basis in law.', ["scare - -"]),
        ('{USA:The United States} joined the "Cobra Gold" exercise with {THA:Thailand}.', ["scare - -"]),
        ('As a Korean proverb goes, "Even monkeys fall from trees" (원숭이도 나무에서 떨어진다).', ["translated_term - -"]),
        ('The policy of "nuanced distance" (微妙な距離) is not new.', ["translated_term - -"]),
        ('The two sides held a "frank and useful" exchange.', ["scare - -"]),
    ],
    "titles": [
        ('{@global:Global Times} ran an editorial titled "Hands Off the Mekong."', ["title global title"]),
        ('{bosworth:Bosworth} and {pritchard:Pritchard} wrote an article entitled "A Way Out of the Impasse."', ["title bosworth+pritchard entitle"]),
        ('{rudd:Rudd} gave a speech titled "It\'s Time to Build" in Sydney.', ["title rudd title"]),
        ('In March the {@jo:JoongAng Ilbo} printed an editorial on the row. Its title was "Never Forget Dokdo."', ["title jo -"]),
        ('The film "Merdeka 17805" angered {IDN:Jakarta}.', ["title - -"]),
    ],
    "carried over": [
        ('"Our patience is not endless," said {kim:Kim}. As a result, the South "can no longer count on us."', ["direct kim say", "fragment kim -"]),
        ('{abe:Abe} was unmoved. "We have apologized enough."', ["direct abe -"]),
        ('"Our patience is not endless," said {kim:Kim}. The "smile diplomacy" was over.', ["direct kim say", "scare - -"]),
    ],
    "answers and layers": [
        ('Asked by {@nhk:NHK} about the base, {hatoyama:Hatoyama} replied that it was "a promise."', ["fragment hatoyama reply"]),
        ('In response to a question from {smith:Smith}, {rice:Rice} said, "I will not speculate."', ["direct rice say"]),
        ('{roh:Roh} said {bush:Bush} told {roh:him} that the North was "a rogue state."', ["fragment bush tell"]),
        ('{trump:Trump} reportedly told {moon:Moon} that the bill was "on its way."', ["fragment trump tell"]),
    ],
    "American news": [
        ('"I have no doubt about it," said {doe:Jane Doe}, a county clerk from Ohio.', ["direct doe say"]),
        ('{roe:Sen. |Richard Roe} tweeted that the vote was "rigged from the start."', ["fragment roe tweet"]),
        ('"It\'s a circus," {roe:Roe} said of the hearing. "I\'m not going back."', ["direct roe say", "direct roe -"]),
        ('{poe:Poe}\'s campaign called the ad "a desperate smear."', ["fragment Poe's_campaign call"]),
        ('"That is what you get," {poe:Poe} continued, "when nobody listens."', ["direct poe continue", "fragment poe continue"]),
        ('{roe:Roe}, a Republican from Idaho, slammed the bill as "dead on arrival."', ["fragment roe slam"]),
        ('Voters, {doe:she} said, are "sick and tired" of it.', ["fragment doe say"]),
    ],
}

FLAT = [(group, sentence, expected) for group, cases in CASES.items() for sentence, expected in cases]


@pytest.mark.parametrize(("group", "sentence", "expected"), FLAT, ids=[f"{g}-{n}" for n, (g, _, _) in enumerate(FLAT)])
def test_the_genres_shapes(group: str, sentence: str, expected: list[str]) -> None:
    assert summary(sentence) == expected
