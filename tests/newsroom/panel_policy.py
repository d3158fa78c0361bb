"""Who may do what in the panel: one line for each address, reading (GET) and sending (POST).

The words: *allowed* and *denied*; *own*, things of one's own only; *own draft*, those of them that
are still with their reporter; *drafts*, everybody's that were never public. A method that an
address does not know is denied. Without an account, or with one at rest, all is denied except
what OPEN_TO_ALL names. «…» is a bare number, which only leads on to the change form.
"""

from typing import Final

COLUMNS: Final = ("reporter", "editor", "chief", "moderator", "superuser", "no role")
OPEN_TO_ALL: Final = {
    (name, method)
    for name in ("login", "logout", "forgotten", "new_password")
    for method in ("GET", "POST")
}

_WORDS: Final = {
    "denied": frozenset(),
    "own": frozenset({"own", "own draft", "own live"}),
    "own draft": frozenset({"own draft"}),
    "drafts": frozenset({"own draft", "foreign draft"}),
}

_TABLE: Final = """
# address                               reporter  editor    chief     moderator superuser no role
language                           GET  denied    denied    denied    denied    denied    denied
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
index                              GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
login                              GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
logout                             GET  denied    denied    denied    denied    denied    denied
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
password_change                    GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
password_change_done               GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST denied    denied    denied    denied    denied    denied
front                              GET  denied    allowed   allowed   denied    allowed   denied
                                   POST denied    denied    denied    denied    denied    denied
front_preview                      GET  denied    allowed   allowed   denied    allowed   denied
                                   POST denied    denied    denied    denied    denied    denied
front_act                          GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   denied    allowed   denied
people                             GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    denied    denied    denied    denied
people_act                         GET  denied    denied    denied    denied    denied    denied
                                   POST denied    denied    allowed   denied    allowed   denied
me                                 GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
invitation                         GET  denied    denied    denied    denied    denied    denied
                                   POST denied    denied    denied    denied    denied    denied
forgotten                          GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
new_password                       GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
autocomplete                       GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST denied    denied    denied    denied    denied    denied
jsi18n                             GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST denied    denied    denied    denied    denied    denied
view_on_site                       GET  own       allowed   allowed   denied    allowed   denied
                                   POST own       allowed   allowed   denied    allowed   denied
articles_article_begin             GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_article_autosave          GET  denied    denied    denied    denied    denied    denied
                                   POST own draft allowed   allowed   denied    allowed   denied
articles_article_breaking          GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_article_quick             GET  own draft allowed   allowed   denied    allowed   denied
                                   POST own draft allowed   allowed   denied    allowed   denied
articles_article_take_back         GET  denied    denied    denied    denied    denied    denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_article_keep_filter       GET  denied    denied    denied    denied    denied    denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_article_forget_filter     GET  denied    denied    denied    denied    denied    denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_article_export            GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST denied    denied    denied    denied    denied    denied
articles_picture_former            GET  denied    denied    denied    denied    denied    denied
                                   POST own       allowed   allowed   denied    allowed   denied
articles_picture_upload            GET  denied    denied    denied    denied    denied    denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_article_live              GET  denied    allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_article_calendar          GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST denied    denied    denied    denied    denied    denied
articles_article_move              GET  denied    allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_article_lease             GET  own draft allowed   allowed   denied    allowed   denied
                                   POST own draft allowed   allowed   denied    allowed   denied
articles_article_keep_branch       GET  denied    denied    denied    denied    denied    denied
                                   POST own       allowed   allowed   denied    allowed   denied
articles_article_read_branch       GET  own       allowed   allowed   denied    allowed   denied
                                   POST own       allowed   allowed   denied    allowed   denied
articles_article_branch            GET  own       allowed   allowed   denied    allowed   denied
                                   POST own draft allowed   allowed   denied    allowed   denied
articles_article_revisions         GET  own       allowed   allowed   denied    allowed   denied
                                   POST denied    denied    denied    denied    denied    denied
articles_article_compare           GET  own       allowed   allowed   denied    allowed   denied
                                   POST denied    denied    denied    denied    denied    denied
articles_article_name_revision     GET  denied    denied    denied    denied    denied    denied
                                   POST own draft allowed   allowed   denied    allowed   denied
articles_article_restore           GET  own draft allowed   allowed   denied    allowed   denied
                                   POST own draft allowed   allowed   denied    allowed   denied
articles_article_correct           GET  denied    allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_article_proofread         GET  denied    denied    denied    denied    denied    denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_article_paste             GET  denied    denied    denied    denied    denied    denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_article_agency            GET  denied    denied    denied    denied    denied    denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_article_preview           GET  own       allowed   allowed   denied    allowed   denied
                                   POST denied    denied    denied    denied    denied    denied
articles_article_picture           GET  denied    denied    denied    denied    denied    denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_article_note              GET  denied    denied    denied    denied    denied    denied
                                   POST own       allowed   allowed   denied    allowed   denied
articles_article_settle            GET  denied    denied    denied    denied    denied    denied
                                   POST own       allowed   allowed   denied    allowed   denied
articles_article_share             GET  denied    denied    denied    denied    denied    denied
                                   POST own draft allowed   allowed   denied    allowed   denied
articles_article_share_revoke      GET  denied    denied    denied    denied    denied    denied
                                   POST own       allowed   allowed   denied    allowed   denied
articles_article_seen              GET  own       allowed   allowed   denied    allowed   denied
                                   POST denied    denied    denied    denied    denied    denied
articles_article_changelist        GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_article_add               GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_article_history           GET  own       allowed   allowed   denied    allowed   denied
                                   POST own       allowed   allowed   denied    allowed   denied
articles_article_delete            GET  own draft drafts    drafts    denied    drafts    denied
                                   POST own draft drafts    drafts    denied    drafts    denied
articles_article_change            GET  own       allowed   allowed   denied    allowed   denied
                                   POST own draft allowed   allowed   denied    allowed   denied
articles/article/…                 GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
articles_auditentry_export         GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    denied    denied    denied    denied
articles_auditentry_changelist     GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
articles_auditentry_add            GET  denied    denied    denied    denied    denied    denied
                                   POST denied    denied    denied    denied    denied    denied
articles_auditentry_history        GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
articles_auditentry_delete         GET  denied    denied    denied    denied    denied    denied
                                   POST denied    denied    denied    denied    denied    denied
articles_auditentry_change         GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    denied    denied    denied    denied
articles/auditentry/…              GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
articles_author_changelist         GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_author_add                GET  denied    allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_author_history            GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_author_delete             GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
articles_author_change             GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles/author/…                  GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
articles_category_changelist       GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_category_add              GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
articles_category_history          GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_category_delete           GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
articles_category_change           GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
articles/category/…                GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
articles_correction_changelist     GET  denied    allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_correction_add            GET  denied    denied    denied    denied    denied    denied
                                   POST denied    denied    denied    denied    denied    denied
articles_correction_history        GET  denied    allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_correction_delete         GET  denied    denied    denied    denied    denied    denied
                                   POST denied    denied    denied    denied    denied    denied
articles_correction_change         GET  denied    allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles/correction/…              GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
articles_name_changelist           GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_name_add                  GET  denied    allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_name_history              GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_name_delete               GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
articles_name_change               GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles/name/…                    GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
articles_picture_changelist        GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_picture_add               GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_picture_history           GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_picture_delete            GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
articles_picture_change            GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST own       allowed   allowed   denied    allowed   denied
articles/picture/…                 GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
articles_series_changelist         GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_series_add                GET  denied    allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_series_history            GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_series_delete             GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
articles_series_change             GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles/series/…                  GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
articles_tag_changelist            GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_tag_add                   GET  denied    allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_tag_history               GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_tag_delete                GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
articles_tag_change                GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles/tag/…                     GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
articles_video_changelist          GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_video_add                 GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_video_history             GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
articles_video_delete              GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
articles_video_change              GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST own       allowed   allowed   denied    allowed   denied
articles/video/…                   GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
newsroom_advertisement_changelist  GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom_advertisement_add         GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom_advertisement_history     GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom_advertisement_delete      GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom_advertisement_change      GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom/advertisement/…           GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
auth_user_password_change          GET  denied    denied    denied    denied    allowed   denied
                                   POST denied    denied    denied    denied    allowed   denied
newsroom_user_changelist           GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom_user_add                  GET  denied    denied    denied    denied    allowed   denied
                                   POST denied    denied    denied    denied    allowed   denied
newsroom_user_history              GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom_user_delete               GET  denied    denied    denied    denied    allowed   denied
                                   POST denied    denied    denied    denied    allowed   denied
newsroom_user_change               GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    denied    denied    allowed   denied
newsroom/user/…                    GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
newsroom_sitesettings_changelist   GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom_sitesettings_add          GET  denied    denied    denied    denied    denied    denied
                                   POST denied    denied    denied    denied    denied    denied
newsroom_sitesettings_history      GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom_sitesettings_delete       GET  denied    denied    denied    denied    denied    denied
                                   POST denied    denied    denied    denied    denied    denied
newsroom_sitesettings_change       GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom/sitesettings/…            GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
newsroom_page_changelist           GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom_page_add                  GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom_page_history              GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom_page_delete               GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom_page_change               GET  denied    denied    allowed   denied    allowed   denied
                                   POST denied    denied    allowed   denied    allowed   denied
newsroom/page/…                    GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
comments_comment_changelist        GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST denied    allowed   allowed   allowed   allowed   denied
comments_comment_add               GET  denied    denied    denied    denied    denied    denied
                                   POST denied    denied    denied    denied    denied    denied
comments_comment_history           GET  denied    allowed   allowed   allowed   allowed   denied
                                   POST denied    allowed   allowed   allowed   allowed   denied
comments_comment_delete            GET  denied    denied    denied    denied    denied    denied
                                   POST denied    denied    denied    denied    denied    denied
comments_comment_change            GET  denied    allowed   allowed   allowed   allowed   denied
                                   POST denied    allowed   allowed   allowed   allowed   denied
comments/comment/…                 GET  allowed   allowed   allowed   allowed   allowed   allowed
                                   POST allowed   allowed   allowed   allowed   allowed   allowed
app_list                           GET  allowed   allowed   allowed   denied    allowed   denied
                                   POST allowed   allowed   allowed   denied    allowed   denied
anything else                      GET  denied    denied    denied    denied    denied    denied
                                   POST denied    denied    denied    denied    denied    denied
articles_article_act submit        GET  denied    denied    denied    denied    denied    denied
                                   POST own       allowed   allowed   denied    allowed   denied
articles_article_act take_up       GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_article_act call_ready    GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_article_act send_back     GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_article_act publish       GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_article_act withdraw      GET  denied    denied    denied    denied    denied    denied
                                   POST denied    denied    allowed   denied    allowed   denied
articles_article_act claim         GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_article_act let_go        GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_article_act unschedule    GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_article_act hold          GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   denied    allowed   denied
articles_article_act lift_hold     GET  denied    denied    denied    denied    denied    denied
                                   POST denied    denied    allowed   denied    allowed   denied
comments_comment_decide approve    GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   allowed   allowed   denied
comments_comment_decide reject     GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   allowed   allowed   denied
comments_comment_decide spam       GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   allowed   allowed   denied
comments_comment_decide trash      GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   allowed   allowed   denied
comments_comment_decide restore    GET  denied    denied    denied    denied    denied    denied
                                   POST denied    allowed   allowed   allowed   allowed   denied
"""


def means(word: str, whose: str) -> bool:
    """Whether a word of the table lets somebody at a thing."""
    return word == "allowed" or whose in _WORDS[word]


def _read(table: str) -> dict[tuple[str, str], dict[str, str]]:
    policy: dict[tuple[str, str], dict[str, str]] = {}
    name = ""
    for line in table.strip().splitlines()[1:]:
        name = line[:35].strip() or name
        words = (line[start : start + 10].strip() for start in range(40, 100, 10))
        policy[name, line[35:39].strip()] = dict(zip(COLUMNS, words, strict=True))
    return policy


POLICY: Final = _read(_TABLE)
