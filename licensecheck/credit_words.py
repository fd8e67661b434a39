"""The words of credit lines: how nine languages and their neighbours say who wrote, published and lent an article.

All in lower case. Phrases stand apart by semicolons; `a|b` in a phrase is either word, ` … ` what a phrase encloses;
a colon at the end is part of the phrase: without it the word is an ordinary one.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from itertools import product

from licensecheck.license_words import COMMONS_WORDS, LICENSE_STEMS

# The scripts behind this letter are written without spaces.
_UNSPACED = "\u3040"


class Lead(StrEnum):
    """What the words before a name say of it."""

    AUTHOR = "author"
    HELP = "help"
    TRANSLATION = "translation"
    PICTURE = "picture"
    FIRST = "first publication"
    AGAIN = "republication"
    COURTESY = "courtesy"


# Lines that name people: only at the beginning of a line, or behind a mark, are these words more than words.
PEOPLE = frozenset({Lead.AUTHOR, Lead.HELP, Lead.TRANSLATION, Lead.PICTURE})

LEADS: dict[str, dict[Lead, str]] = {
    "en": {
        Lead.AUTHOR: """
            by; written|reported|posted|published|story|stories|words|text|article|report|essay|column by;
            author:; authors:; text:; words:; story:; reporter:; writer:; byline:
            """,
        Lead.HELP: """
            additional|further reporting|research by; with additional reporting|research by;
            reporting|research by; with reporting|contributions by|from; contributors:; additional reporting:
            """,
        Lead.TRANSLATION: "translated|translation by; translation:; translator:; translated from … by",
        Lead.PICTURE: """
            photo|photos|photographs|photography|pictures|illustration|illustrations|graphics|video by; photo:;
            photos:; photography:; illustration:; video:; graphic:
            """,
        Lead.FIRST: """
            originally|first|previously published|appeared|posted|printed|ran|reported|aired; originally on|in;
            published|appeared|posted|ran originally|first; original source:; original article:;
            originally from; source:; read the original article|story|piece at|on;
            read the original article|story|piece
            """,
        Lead.AGAIN: """
            republished; re-published; reprinted; reposted; re-posted; cross-posted; syndicated from;
            republication of; reproduced with|by|from|here|under
            """,
        Lead.COURTESY: """
            courtesy of; by courtesy of; courtesy:; with kind permission of|from; with|by permission of|from;
            by|with the permission of
            """,
    },
    "es": {
        Lead.AUTHOR: """
            por; escrito|elaborado|redactado por; texto|reportaje|crónica de; un reportaje de; una crónica de;
            texto:; autor:; autora:; autores:; autoras:; firma:
            """,
        Lead.HELP: """
            con información|reportería|aportes de; con la colaboración de;
            información|reportería adicional de|por; colaboraron:; colaboró:; colaboración de; colaboración:
            """,
        Lead.TRANSLATION: "traducido|traducida por; traducción de|por; traducción:",
        Lead.PICTURE: """
            foto|fotos|fotografía|fotografías|ilustración de|por; foto:; fotos:; fotografía:; imagen:;
            ilustración:
            """,
        Lead.FIRST: """
            publicado|publicada|publicó|apareció originalmente|inicialmente|primero;
            originalmente|inicialmente publicado|publicada;
            publicado|publicada|publicó|apareció por primera vez; fuente:; fuente original:; artículo original:;
            lea|lee el artículo original
            """,
        Lead.AGAIN: """
            republicado; republicada; republicamos; republica; reproducido; reproducida; reproducimos;
            reproduce de
            """,
        Lead.COURTESY: "cortesía|gentileza de; por cortesía|gentileza de; con autorización|permiso de",
    },
    "fr": {
        Lead.AUTHOR: """
            par; écrit|rédigé|signé par; propos recueillis par; texte|article|reportage de; un article de;
            une enquête de; texte:; auteur:; auteure:; autrice:; auteurs:
            """,
        Lead.HELP: """
            avec la collaboration|contribution|participation de; avec l'aide de; collaboration:;
            reportage complémentaire de|par; ont|a contribué à cet article:
            """,
        Lead.TRANSLATION: "traduit|traduite par; traduction de|par; traduction:; traduit de … par",
        Lead.PICTURE: "photo|photos|photographies|illustration de|par; photo:; photos:; crédit photo:; illustration:",
        Lead.FIRST: """
            initialement|originellement|originalement publié|paru|publiée|parue;
            publié|publiée|paru|parue initialement|d'abord; lire|lisez l'article original;
            d'abord publié|publiée|paru|parue; publié|publiée|paru|parue à l'origine; article original:;
            publié|publiée|paru|parue pour la première fois; source:; source originale:
            """,
        Lead.AGAIN: """
            republié; republiée; republions; reproduit; reproduite; reproduisons; repris de|du|avec;
            reprise de|du|avec
            """,
        Lead.COURTESY: "avec l'aimable autorisation de|du; avec l'autorisation|accord de|du; gracieuseté de",
    },
    "de": {
        Lead.AUTHOR: """
            von; text|bericht|beitrag|reportage|gastbeitrag|geschrieben|verfasst von;
            ein beitrag|bericht|gastbeitrag von; eine reportage von; text:; autor:; autorin:; autoren:;
            autor*in:; autor:in:
            """,
        Lead.HELP: """
            unter mitarbeit von; mitarbeit von; mitarbeit:; mit beiträgen von;
            zusätzliche recherche|recherchen von; recherche|recherchen von; recherche:; recherchen:
            """,
        Lead.TRANSLATION: """
            übersetzt von; übersetzung von; übersetzung:; aus dem … von; ins deutsche von;
            übersetzt aus dem … von
            """,
        Lead.PICTURE: """
            foto|fotos|bild|bilder|illustration von; foto:; fotos:; bild:; bilder:; grafik:; illustration:
            """,
        Lead.FIRST: """
            zuerst|ursprünglich|erstmals|zunächst erschienen|veröffentlicht|publiziert;
            erschien|erschienen zuerst|ursprünglich|erstmals|zunächst; erstveröffentlichung:;
            erstveröffentlicht; zuerst|ursprünglich|erstmals|zunächst … erschienen|veröffentlicht|publiziert;
            quelle:; originalquelle:; originalartikel:; zum originalartikel
            """,
        Lead.AGAIN: """
            wiederveröffentlicht; wiederveröffentlichung; neu veröffentlicht; zweitveröffentlichung; nachdruck;
            nachgedruckt; übernommen von|aus; übernahme von|aus
            """,
        Lead.COURTESY: """
            mit freundlicher genehmigung von|der|des; mit genehmigung von|der|des; zur verfügung gestellt von
            """,
    },
    "pt": {
        Lead.AUTHOR: """
            por; escrito|escrita por; texto|reportagem de; uma reportagem de; da autoria de; texto:;
            reportagem:; autor:; autora:; autores:
            """,
        Lead.HELP: """
            com informações|reportagem de; com a colaboração de; colaboração de; colaboração:; colaborou:;
            colaboraram:; reportagem adicional de|por
            """,
        Lead.TRANSLATION: "traduzido|traduzida por; tradução de|por; tradução:",
        Lead.PICTURE: "foto|fotos|imagem|ilustração de|por; foto:; fotos:; imagem:; ilustração:",
        Lead.FIRST: """
            publicado|publicada|publicou|saiu originalmente|inicialmente|primeiro;
            publicado|publicada pela primeira vez; originalmente|inicialmente publicado|publicada; fonte:;
            fonte original:; artigo original:; leia o artigo original
            """,
        Lead.AGAIN: "republicado; republicada; republicamos; reproduzido; reproduzida; reproduzimos",
        Lead.COURTESY: "cortesia|gentileza de; cedido|cedida por; com autorização|permissão de|do|da",
    },
    "it": {
        Lead.AUTHOR: """
            di; scritto|firmato da; a cura di; testo|articolo|servizio|inchiesta di; un articolo di;
            un'inchiesta di; testo:; testi:; autore:; autrice:; autori:
            """,
        Lead.HELP: """
            con la collaborazione di; con il contributo di; ha|hanno collaborato:; ha|hanno collaborato;
            collaborazione di
            """,
        Lead.TRANSLATION: "tradotto|tradotta da; traduzione di; traduzione:; traduzione a cura di",
        Lead.PICTURE: "foto|fotografie|immagini|illustrazioni di; foto:; fotografie:; immagine:; illustrazioni:",
        Lead.FIRST: """
            pubblicato|pubblicata|uscito|uscita|apparso|apparsa originariamente|originalmente|inizialmente;
            pubblicato|pubblicata|uscito|uscita|apparso|apparsa per la prima volta;
            originariamente|originalmente|inizialmente pubblicato|pubblicata|apparso|apparsa;
            pubblicato|pubblicata|apparso|apparsa in origine; fonte:; fonte originale:; articolo originale:;
            leggi l'articolo originale
            """,
        Lead.AGAIN: "ripubblicato; ripubblicata; ripubblichiamo; riprodotto; riprodotta; ripreso|ripresa da",
        Lead.COURTESY: "per|su gentile concessione di|della|del|dell'; con il permesso di; con l'autorizzazione di",
    },
    "ru": {
        Lead.AUTHOR: """
            автор:; авторы:; автор; авторы; текст:; текст; подготовил; подготовила; подготовили; написал;
            написала; от; статья|репортаж|материал подготовил|подготовила|подготовили;
            автор материала|статьи|текста:
            """,
        Lead.HELP: """
            при участии; при содействии; с участием;
            в подготовке материала|статьи участвовал|участвовала|участвовали:;
            в подготовке материала|статьи участвовал|участвовала|участвовали
            """,
        Lead.TRANSLATION: "перевод:; перевел; перевела; перевёл; перевод с английского:; переводчик:; перевод",
        Lead.PICTURE: "фото:; фотографии:; иллюстрации:; иллюстрация:; видео:",
        Lead.FIRST: """
            впервые|первоначально|изначально опубликовано|опубликован|опубликована|опубликовала;
            впервые|первоначально|изначально опубликовало|опубликовал|вышел|вышла|появился|появилась;
            опубликовано|опубликован|опубликована впервые|первоначально|изначально; первая публикация:;
            оригинал:; источник:; первоисточник:
            """,
        Lead.AGAIN: """
            перепубликовано; перепубликован; перепубликована; республикуется; публикуется с разрешения;
            перепечатано; перепечатывается; перепечатка из; воспроизводится; репост из; перепост из
            """,
        Lead.COURTESY: """
            с разрешения; с любезного разрешения; предоставлено; предоставлен; предоставлена;
            любезно предоставлено
            """,
    },
    "ar": {
        Lead.AUTHOR: """
            بقلم; بقلم:; كتب:; كتبت:; كتب; كتبت; كتبه; كتبته; إعداد; إعداد:; تقرير:; تأليف; الكاتب:; الكاتبة:;
            المؤلف:; تحرير:
            """,
        Lead.HELP: """
            بمشاركة; بمساهمة; بالتعاون مع; شارك|ساهم|أسهم في إعداد التقرير; شارك|ساهم في إعداد هذا التقرير;
            ساهم في التقرير:
            """,
        Lead.TRANSLATION: "ترجمة; ترجمة:; ترجمه; ترجمها; نقله إلى العربية; نقلها إلى العربية",
        Lead.PICTURE: "تصوير; تصوير:; صورة:; الصورة:; صور:; عدسة:",
        Lead.FIRST: """
            نشر|نشرت|نُشر|نُشرت لأول مرة|وقت; نشر|نشرت|نُشر|نُشرت أولا|أولاً|أصلا|أصلاً; نشر|نشرت|نُشر|نُشرت في الأصل;
            نشر|نُشر هذا المقال|التقرير لأول مرة; نشر|نُشر هذا المقال|التقرير أولا|أولاً|أصلا|أصلاً;
            نشر|نُشر هذا المقال|التقرير في الأصل; نشرت|نُشرت هذه المقالة|القصة لأول مرة;
            نشرت|نُشرت هذه المقالة|القصة في الأصل; ظهر هذا المقال لأول مرة; المصدر:; المصدر الأصلي:
            """,
        Lead.AGAIN: """
            أعيد|أُعيد|يعاد|يُعاد|أعيدت|أُعيدت|تعاد|تُعاد نشره|نشر|نشرها; نعيد نشر; إعادة نشر; معاد نشره;
            منقول عن|من; نقلا عن
            """,
        Lead.COURTESY: "بإذن من; بتصريح من; بالاتفاق مع; بموافقة; مقدم من; إهداء من",
    },
    "zh": {
        Lead.AUTHOR: """
            作者:; 撰文:; 文:; 文字:; 记者:; 撰稿:; 撰稿人:; 采写:; 本报记者; 本刊记者; 記者:; 撰文; 作者; 记者;
            撰稿
            """,
        Lead.HELP: """
            参与采写:; 参与报道:; 协助报道:; 补充报道:; 联合采写:; 实习记者:; 通讯员:; 协作:; 合作撰稿:;
            對本文亦有貢獻
            """,
        Lead.TRANSLATION: "译者:; 翻译:; 编译:; 译:; 譯者:; 翻譯:; 译者; 翻译; 编译",
        Lead.PICTURE: "图:; 摄影:; 摄:; 图片:; 攝影:; 制图:; 供图:",
        Lead.FIRST: """
            最初|最早|首次|首先|原 发表|刊登|刊载|刊|发布 于; 首发于; 原载于; 原载:; 原载; 首发:; 原文发表于;
            原文刊登于; 来源:; 原文来源:; 由 … 首发|首次发表|首次刊登|发表|刊登; 最初由 … 发表|刊登|发布|报道;
            原刊于; 首刊于
            """,
        Lead.AGAIN: "转载自; 转自; 转载于; 转载:; 授权转载; 由 … 授权转载; 轉載自; 转载; 经授权转载自; 重新发布",
        Lead.COURTESY: "由 … 提供; 承蒙 … 授权|许可; 经 … 授权|许可|同意; 鸣谢:",
    },
    # Their bylines alone.
    "nl sv da no pl uk ja ko": {
        Lead.AUTHOR: """
            door; tekst:; auteur:; av; af; text:; tekst av|af; autor:; tekst:; автор:; текст:; 著者:; 執筆:;
            文责:; 取材:; 글:; 기자:
            """,
    },
}

# What such a line speaks of: with it in front, and only then, its verb may stand anywhere in the line.
SUBJECTS = """
    article; story; artículo; texto; nota; texte; artikel; beitrag; artigo; matéria; articolo; testo; servizio;
    this|the article|story|report|post|piece|column|essay|interview|investigation|commentary|analysis; it;
    content; este|el artículo|reportaje|texto|informe|análisis|trabajo;
    esta|la nota|historia|investigación|crónica|entrevista; cet article|entretien; l'article; l'enquête;
    l'entretien; ce|le texte|reportage|papier; cette|la chronique|enquête;
    dieser|der artikel|text|beitrag|bericht|kommentar; diese|die reportage|recherche|geschichte;
    dieses|das interview; este|o artigo|texto; esta|a reportagem|matéria|entrevista;
    questo|il articolo|testo|servizio|reportage; quest'articolo; l'articolo; l'inchiesta;
    questa|la inchiesta|intervista; эта|данная статья; статья; этот|данный материал|текст|репортаж; материал;
    текст; هذا المقال|التقرير|النص|التحقيق; هذه المقالة|القصة|المادة; المقال; المقالة; التقرير; 本文; 文章;
    本报道; 这篇文章|报道; 此文; 该文
    """

# Behind a name: that its bearer helped.
HELPED = """
    contributed reporting|research;
    contributed to this|the article|column|investigation|piece|report|reporting|story;
    colaboró|colaboraron en este|esta|la reportaje|artículo|nota|información|investigación;
    contribuyó|contribuyeron a este reportaje|artículo; a|ont contribué à cet article;
    a|ont contribué à cette enquête; a|ont participé à cet article;
    hat|haben zu diesem artikel|bericht|text beigetragen; arbeitete|arbeiteten an diesem artikel|text mit;
    colaborou|colaboraram com|para esta|a reportagem|matéria; colaborou|colaboraram neste artigo;
    contribuiu|contribuíram para esta reportagem; ha|hanno collaborato a questo articolo|servizio;
    ha|hanno contribuito a questo articolo; участвовал|участвовала|участвовали в подготовке материала|статьи;
    внес|внесла|внесли вклад в материал; ساهم|ساهمت|شارك|شاركت في إعداد هذا|التقرير التقرير|المقال;
    ساهم|ساهمت|شارك|شاركت في إعداد التقرير; 对本文亦有贡献; 参与采写; 对此报道亦有贡献
    """

# Before a licence.
UNDER = """
    under; bajo; con licencia; sous; unter; sob; sotto; con licenza; на условиях; по лицензии; под лицензией;
    بموجب; تحت; 根据; 依据; 采用; 依照; 遵循; gemäß; licence:; license:; licencia:; lizenz:; licença:;
    licenza:; лицензия:; 许可:; 协议:; الترخيص:
    """
TERMS = (*COMMONS_WORDS, *LICENSE_STEMS, "cc by", "cc-by", "cc0")
# What alone makes a line one on a licence. (The Chinese name also means the sharing of knowledge.)
COMMONS = (*(name for name in COMMONS_WORDS if name != "知识共享"), "知识共享许可", "知识共享署名")
LICENSED = (
    *COMMONS,
    "cc",
    "licensed",
    *(word for word in UNDER.split() if any(stem in word for stem in LICENSE_STEMS)),
)
# Between such words and an outlet: they are no part of its name.
BETWEEN = """
    here; again; also; by; in; on; at; from; with; via; as; and; is; was; it; online; kind; the permission of;
    permission of|from; courtesy of; the; under; title; headline; permission; bajo; título; sous; titre; unter;
    titel; sob; sotto; titolo; am; le; el; il; dem; den; a; o; as; os; à partir de; aquí; en; por; de; del;
    desde; con; el permiso de; permiso de; ici; dans; sur; par; chez; depuis; du; avec; l'autorisation de;
    l'accord de; hier; in; bei; beim; auf; von; vom; im; aus; mit; genehmigung von|der|des;
    erlaubnis von|der|des; em; no; na; nos; nas; pelo; pela; do; da; com; autorização de|do|da;
    permissão de|do|da; nel; nella; nell'; su; sul; sulla; da; dal; dalla; dall'; di; con; il permesso di; в;
    на; из; на сайте; в издании; в газете; изданием; газетой; с; разрешения; сайта; с сайта; في; على; موقع; من;
    قبل; من قبل; عن; صحيفة; بإذن من; بإذن; 在; 于; 自
    """
# Between an author and the outlet that the piece was written for.
FOR = "for; para; pour; für; per; для; специально для; لصالح; ل; 为"
PLACES = """
    in; at; from; on; en; em; aus; в; из; في; updated; published; publicado; publié; publiziert; posted
    """
AND = "and; y; e; et; und; en; och; og; и; و; with; con; avec; mit; com; с; &; +"
STAFF = """
    admin; desk; editor; editors; editorial; newsroom; news service|team; reporter; reporters; report; reports;
    staff; team; webmaster; redacción; redacao; redação; redaktion; rédaction; redazione; редакция; redactie;
    هيئة التحرير; فريق التحرير; 编辑部; 本报讯
    """
POSTS = """
    author; bureau chief; bureau; chief; columnist; contributor; correspondent; director; editor; editors;
    fellow; freelance; freelancer; journalist; lecturer; photographer; producer; professor; prof; reporter;
    reporters; researcher; student; writer; writers; phd; ph.d; ph.d.; phd candidate; dr; md; m.d; msc; mba;
    esq; jr; sr; corresponsal; reportera; reportero; periodista; profesor; profesora; redactor; redactora;
    editora; investigadora; investigador; journaliste; correspondant; correspondante; envoyé spécial;
    envoyée spéciale; professeur; professeure; chercheur; chercheuse; rédacteur; rédactrice; journalistin;
    korrespondent; korrespondentin; redakteur; redakteurin; professorin; reporterin; jornalista; repórter;
    correspondente; professora; pesquisador; pesquisadora; giornalista; inviato; inviata; corrispondente;
    professore; professoressa; ricercatore; ricercatrice; корреспондент; журналист; журналистка; редактор;
    профессор; обозреватель; научный сотрудник; مراسل; مراسلة; صحفي; صحفية; أستاذ; أستاذة; باحث; باحثة; محرر;
    محررة; 教授; 记者; 编辑; 研究员; 特约记者
    """
INSTITUTIONS = """
    university; universities; college; institute; institution; school; academy; laboratory; hospital; center;
    centre; foundation; department; universidad; instituto; facultad; universitat; université; école; faculté;
    institut; universität; hochschule; fachhochschule; akademie; universidade; faculdade; fundação; università;
    istituto; fondazione; scuola; politecnico; университет; университета; институт; академия; вшэ; вуз; جامعة;
    معهد; كلية; مركز; 大学; 学院; 研究所; 研究院; 中心; universiteit
    """
OUTLETS = """
    post; times; news; press; herald; tribune; journal; magazine; radio; gazette; courier; ledger; chronicle;
    observer; review; standard; star; sun; daily; weekly; media; reporter; monitor; record; bulletin; network;
    agency; wire; today; online; propublica; conversation; agencia; diario; noticias; prensa; revista;
    periódico; heraldo; pregón; agence; presse; journaux; gazette; courrier; revue; nouvelles; zeitung;
    zeitschrift; nachrichten; tagblatt; tageblatt; anzeiger; kurier; bote; rundschau; magazin; rundfunk;
    agência; jornal; folha; notícias; imprensa; agenzia; giornale; corriere; gazzetta; rivista; notizie; stampa;
    газета; газеты; журнал; вестник; новости; новостей; агентство; издание; صحيفة; جريدة; مجلة; وكالة; موقع;
    أخبار; الأخبار; 报; 日报; 晚报; 周刊; 周报; 杂志; 新闻; 新闻社; 通讯社; 网; 电视台; 报社; 月刊; 邮报; 时报
    """
ARTICLES = frozenset("the el la los las le les die der das il lo gli".split())

# Of pictures: before their credits, in captions.
PICTURES = (
    r"(?:photo\w{0,8}|pictures?|images?|illustrations?|graphic|foto\w{0,8}|imagen|imagem|"
    r"immagine|crédits?(?: photo)?|bild|abbildung|фото(?:графия)?|иллюстрация|الصورة|صورة|تصوير|摄影|攝影|图片?|写真)"
)
AGENCIES = r"(?:AFP|AP|Alamy|EPA|Flickr|Getty|iStock|Pexels|Pixabay|Reuters|Shutterstock|Unsplash|Wikimedia)"


@cache
def phrases(listed: str) -> tuple[str, ...]:
    """The phrases of a list, each choice of words a phrase of its own, longest first."""
    found = dict.fromkeys(
        _joined(chosen)
        for phrase in listed.split(";")
        for chosen in product(*(word.split("|") for word in phrase.split()))
        if chosen
    )
    return tuple(sorted(found, key=lambda phrase: -len(phrase)))


def _joined(chosen: tuple[str, ...]) -> str:
    """The words as a phrase; in a script without spaces, without any."""
    return ("" if chosen[0] >= _UNSPACED and "…" not in chosen else " ").join(chosen)


@cache
def leads(lead: Lead) -> tuple[str, ...]:
    """The phrases of all languages that say so, longest first."""
    return phrases(";".join(said[lead] for said in LEADS.values() if lead in said))
