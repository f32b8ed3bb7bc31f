"""What publishers are called in the other language, and what else they call themselves.

A store names a publisher as its text does: 新华社 in one, Xinhua in another. Whoever asks for either means both.
"""

from wmc_tui.search.late import late

_HOUSES = (
    ("Xinhua", "Xinhua News Agency", "新华社", "新华网", "新华通讯社"),
    ("China Daily", "中国日报", "中国日报网"),
    ("China News Service", "ECNS", "中新社", "中国新闻网", "中国新闻社", "中新网"),
    ("People's Daily", "人民日报", "人民网"),
    ("Anhui Daily", "安徽日报"),
    ("Anhui Online", "Anhui News", "中安在线"),
    ("China Radio International", "CRI", "International Online", "国际在线"),
    ("China National Radio", "CNR", "央广网"),
    ("China Economic Net", "Economic Daily", "中国经济网", "经济日报"),
    ("China.org.cn", "China Internet Information Center", "中国网"),
    ("Xin'an Evening News", "新安晚报"),
    ("Jianghuai Morning Post", "江淮晨报"),
    ("Chizhou Daily", "池州日报"),
    ("PR Newswire", "美通社"),
    ("Business Wire", "美国商业资讯"),
    ("Foreign Affairs Office of Anhui Province", "安徽省外事办公室", "安徽省外办"),
    ("Anhui Provincial Government", "安徽省政府", "安徽省人民政府"),
)
_BETWEEN_HOUSES = late(r"\s*/\s*")
_BEHIND = late(r"\s*[(（,，《]|\s+via\s|\s*/\s*")
_WITHIN = "abcdefghijklmnopqrstuvwxyz联"
"""What goes on behind a name of another house: 新华联集团 is not 新华."""


def house(label: str) -> str:
    """A publisher's name without the way by which its text came: Xinhua for Xinhua (via Shine)."""
    return _BEHIND().split(label, maxsplit=1)[0]


def other_names(label: str) -> tuple[str, ...]:
    """The names of a publisher that its label does not begin with; empty for one that has no others."""
    found: dict[str, None] = {}
    for part in _BETWEEN_HOUSES().split(label):
        for names in _HOUSES:
            if any(_begins(part, name) for name in names):
                found |= dict.fromkeys(name for name in names if not _begins(label, name))
    return tuple(found)


def _begins(label: str, name: str) -> bool:
    label, name = label.lower(), name.lower()
    return label.startswith(name) and label[len(name) : len(name) + 1] not in tuple(_WITHIN)
