"""What is taken for an ID number, a telephone number or a mark of secrecy, and what looks like one and is none."""

from __future__ import annotations

import pytest

from bot.content.answers_file import read_answers
from bot.content.content import read_content
from bot.interview.sensitive import Seen, found

# Made up: the check signs are right, the people do not exist.
SEEN = """
id      身份证号 10000019900307000X
id      10000019900307000x
id      10000019900307000X，户籍本地
id      １０００００１９９００３０７０００X
id      100000 19900307 000X
id      100000-19900307-000X
id      1000001990\u200b0307000X
id      2025年10000019900307000X
phone   13812345678
phone   张三13812345678
phone   13812345678张三
phone   联系电话：13812345678，18987654321
phone   １３８１２３４５６７８
phone   138 1234 5678
phone   138-1234-5678
phone   +86 13812345678
phone   8613812345678
phone   0086-13812345678
phone   13812345678（微信同号）
phone   电话是13812345678。
phone   138\u200d1234\u200b5678
phone   023-78731234
phone   （023）78731234
phone   023—7873 1234
phone   0371-6555123
phone   值班电话 010 68881234
secret  秘密★1年
secret  机密★
secret  绝密☆长期
secret  秘密*2年
secret  机　密★5年
secret  【绝密】
secret  （机密）
secret  [秘密]
secret  〔机密〕
secret  密级：秘密
secret  密 级：机密
secret  秘密
secret  1. 绝密
secret  关于某事的报告|秘密|白土乡人民政府
secret  机密 特急
secret  秘密 3年
secret  机\u200b密★
"""

UNSEEN = """
16次|5000余份|近3000|1.2万|1,200人|约95%|1000元|2.5万元|16500000000元|16500000000|13800000000|1.5亿元
13812345678元|13812345678.50|¥13812345678|投入13812345678万元|13812345678件|13812345678人次|13812345678余份|13812345678平方米
编号：13812345678|1381234567|138123456789|113812345678|12812345678|A13812345678|1.13812345678|138,1234,5678
2025年|2026年1月8日|2026-01-08|2025年1月至12月|20250108|2025-2026|2025 2026 2027|厅字〔2019〕28号|黔府办〔2025〕3号
110|119|12345热线|12345|12348法律服务热线|96110|95598|拨打12345、12348|400-123-4567|0-100|023|010-2025年
100000199003070000|100000199013070003|10000019900307000|10000019900307000X1|A10000019900307000X|91500114008690123X|123456789012345678
保守国家秘密|国家秘密|商业秘密|机密文件管理|绝密级事项|开展保密教育，杜绝失泄密|涉密人员|严守工作秘密和商业秘密
学习《保守国家秘密法》|“秘密”二字|**机密**|秘密投票|机密的|无记名秘密投票选举|密级文件|定密|秘密会议
法治政府建设实施纲要（2021—2025年）|一是人手不足；二是经费紧张|3月1日|2.5|五千三百|123456789|010|白土乡人民政府
"""


@pytest.mark.parametrize("line", SEEN.strip().split("\n"))
def test_what_should_not_be_in_a_public_report_is_seen(line: str) -> None:
    what, _, text = line.partition(" ")
    assert {seen.what for seen in found(text.strip().replace("|", "\n"))} == {what}


@pytest.mark.parametrize("text", UNSEEN.strip().replace("\n", "|").split("|"))
def test_what_a_report_holds_is_no_false_alarm(text: str) -> None:
    assert found(text) == ()


def test_no_answer_of_the_shipped_sample_and_no_word_of_the_questions_is_an_alarm() -> None:
    content = read_content()
    typed = read_answers(content.sample, content.pack).typed
    texts = [text for texts in typed.values() for text in texts]
    texts += [
        word for q in content.pack.asked.values() for word in (q.example, *(choice.label for choice in q.choices))
    ]
    assert len(texts) > 100
    assert [text for text in texts if found(text)] == []


def test_each_thing_is_named_once_in_order_and_a_figure_is_never_repeated_whole() -> None:
    text = "秘密★1年\n13812345678、10000019900307000X、13812345678"
    assert found(text) == (
        Seen("id", "100*************0X"),
        Seen("phone", "138******78"),
        Seen("secret", "秘密★1年"),
    )
