"""The C interface of librung: made from include/rung by tools/generate.py, never by hand."""
# SPDX-License-Identifier: Apache-2.0
# pylint: skip-file
from __future__ import annotations

from ctypes import (POINTER, Structure, c_char, c_char_p, c_double, c_int32, c_int64, c_int8,
                    c_size_t, c_ssize_t, c_uint32, c_uint64, c_uint8, c_void_p)
from enum import IntEnum
from typing import Any

VERSION_NUMBER = 100


class Status(IntEnum):
    """rung_status."""

    OK = 0
    E_MEMORY = 1
    E_ARGUMENT = 2
    E_SYNTAX = 3
    E_MODEL = 4
    E_ANSWERS = 5
    E_LIMIT = 6
    E_IO = 7
    E_UNSUPPORTED = 8
    E_MISMATCH = 9
    E_CORRUPT = 10
    E_UNKNOWN = 11
    E_NOT_ESTIMABLE = 12


class Severity(IntEnum):
    """rung_severity."""

    INFORMATION = 0
    WARNING = 1
    ERROR = 2


class Setting(IntEnum):
    """rung_setting."""

    LEAST_N = 0
    LEAST_N_SPREAD = 1
    UNSAFE = 2
    STRICT = 3
    PERSON_LEVELS = 4
    DELIMITER = 5
    SET_ASIDE = 6
    FORM = 7
    CONFIDENCE = 8
    SEED = 9
    REPLICATES = 10
    WORK = 11
    SENSITIVITY = 12
    AGREEMENT = 13
    EVERYONE = 14
    MERGE_SMALL = 15


class Type(IntEnum):
    """rung_type."""

    INT8 = 1
    INT16 = 2
    INT32 = 3
    INT64 = 4
    FLOAT = 5
    DOUBLE = 6
    TEXT = 7
    UINT8 = 8
    UINT16 = 9
    UINT32 = 10
    UINT64 = 11


class Part(IntEnum):
    """rung_part."""

    ITEM = 0
    MEASURE = 1
    LADDER = 2
    READING = 3
    PAIR = 4
    FLAG = 5
    RELATION = 6


class Format(IntEnum):
    """rung_format."""

    TABLE = 0
    CSV = 1
    JSON = 2


class Absence(IntEnum):
    """rung_absence."""

    NOT_ASKED = 0
    SKIPPED = 1
    NOT_APPLICABLE = 2
    DONT_KNOW = 3
    INVALID = 4


class Role(IntEnum):
    """rung_role."""

    ITEM = 0
    GROUP = 1
    WEIGHT = 2


class Missing(IntEnum):
    """rung_missing."""

    LISTWISE = 0
    PAIRWISE = 1
    FAIL = 2


class ScoreError(IntEnum):
    """rung_score_error."""

    MEASUREMENT = 0
    ESTIMATE = 1
    PREDICTION = 2


class Around(IntEnum):
    """rung_around."""

    TRUE = 0
    OBSERVED = 1


class Population(IntEnum):
    """rung_population."""

    MEAN = 0
    SD = 1
    RELIABILITY = 2


class Certainty(IntEnum):
    """rung_certainty."""

    ASSIGNED = 0
    LARGEST = 1
    SQUARES = 2
    RETEST = 3
    N = 4


class State(IntEnum):
    """rung_state."""

    SHOWN = 0
    TOO_FEW = 1
    TOO_LITTLE_EVIDENCE = 2
    NO_AGREEMENT = 3
    ON_THRESHOLD = 4
    HIDDEN = 5
    NOT_ESTIMABLE = 6
    NOT_APPLICABLE = 7
    NOT_COLLECTED = 8


class Mark(IntEnum):
    """rung_mark."""

    ESPOUSED = 1
    NOT_YET_HELD = 2
    VISITING = 4
    ASSUMED = 8
    IPSATIVE = 16
    CAPPED = 32
    AGREEMENT_UNCLEAR = 64


class ScoreFigure(IntEnum):
    """rung_score_figure."""

    VALUE = 0
    LOWEST = 1
    HIGHEST = 2
    COVERAGE = 3


class LevelFigure(IntEnum):
    """rung_level_figure."""

    STATED = 0
    REACHED = 1
    LOWEST = 2
    HIGHEST = 3


class FlipFigure(IntEnum):
    """rung_flip_figure."""

    CUT = 0
    CUT_LEVEL = 1
    WEIGHT = 2
    WEIGHT_TERM = 3


class TallyPart(IntEnum):
    """rung_tally_part."""

    COUNTS = 1
    SCORES = 2
    PRODUCTS = 4


class Table(IntEnum):
    """rung_table."""

    GROUP = 0
    MEASURE = 1
    READING = 2
    RULE = 3
    LEVEL = 4
    ITEM = 5
    FLAG = 6
    PAIR = 7
    COMPARISON = 8
    RELATION = 9
    CELL = 10
    RELATION_PERSONS = 11
    CELL_PERSONS = 12


class Comparison(IntEnum):
    """rung_comparison."""

    REST = 0
    BEFORE = 1


class Figure(IntEnum):
    """rung_figure."""

    N = 0
    SCORE = 1
    SD = 2
    COVERAGE = 3
    LEVEL = 4
    TYPICAL = 5
    PEAK = 6
    SHARE = 7
    FAVOURABLE = 8
    NEUTRAL = 9
    UNFAVOURABLE = 10
    NOT_ASKED = 11
    SKIPPED = 12
    NOT_APPLICABLE = 13
    DONT_KNOW = 14
    INVALID = 15
    RAISED = 16
    SAID = 17
    DONE = 18
    INVITED = 19
    RULES_AGREE = 20
    REACHED = 21
    RESPONSE = 22
    TARGET = 23
    TO_TARGET = 24
    OTHER = 25
    OTHER_N = 26
    DIFFERENCE = 27
    DIFFERENCE_LOW = 28
    DIFFERENCE_HIGH = 29
    P = 30
    P_ADJUSTED = 31
    NOTABLE = 32
    FAMILY = 33
    LOW = 34
    HIGH = 35
    N_EFFECTIVE = 36
    FAVOURABLE_LOW = 37
    FAVOURABLE_HIGH = 38
    NEUTRAL_LOW = 39
    NEUTRAL_HIGH = 40
    UNFAVOURABLE_LOW = 41
    UNFAVOURABLE_HIGH = 42
    PROBABILITY = 43
    LEVEL_LOW = 44
    LEVEL_HIGH = 45
    FLIP_CUT = 46
    FLIP_LEVEL = 47
    FLIP_WEIGHT = 48
    FLIP_TERM = 49
    ACCURACY = 50
    CONSISTENCY = 51
    ASSOCIATION = 52
    ASSOCIATION_LOW = 53
    ASSOCIATION_HIGH = 54
    DIAGONAL = 55
    RELIABILITY = 56
    RELIABILITY_LOW = 57
    RELIABILITY_HIGH = 58
    ICC1 = 59
    ICC2 = 60
    ICC2_LOW = 61
    ICC2_HIGH = 62
    AGREEMENT = 63
    AGREEMENT_SKEWED = 64
    AGREEMENT_LOW = 65
    AGREEMENT_HIGH = 66
    CAMP_LOWER = 67
    CAMP_LOWER_SHARE = 68
    CAMP_UPPER = 69
    CAMP_UPPER_SHARE = 70


class Adjust(IntEnum):
    """rung_adjust."""

    HOLM = 0
    HOCHBERG = 1
    HOMMEL = 2
    BONFERRONI = 3
    BENJAMINI_HOCHBERG = 4
    BENJAMINI_YEKUTIELI = 5


class AgreementNull(IntEnum):
    """rung_agreement_null."""

    UNIFORM = 0
    SLIGHT_SKEW = 1
    MODERATE_SKEW = 2
    HEAVY_SKEW = 3
    TRIANGULAR = 4
    NORMAL = 5
    DISSENSUS = 6
    AD_CUT = 7


class Agreement(IntEnum):
    """rung_agreement."""

    RWG_UNIFORM = 0
    RWG_SLIGHT_SKEW = 1
    RWG_MODERATE_SKEW = 2
    RWG_HEAVY_SKEW = 3
    RWG_TRIANGULAR = 4
    RWG_NORMAL = 5
    RWG_DISSENSUS = 6
    STAR_UNIFORM = 7
    STAR_SLIGHT_SKEW = 8
    STAR_MODERATE_SKEW = 9
    STAR_HEAVY_SKEW = 10
    STAR_TRIANGULAR = 11
    STAR_NORMAL = 12
    STAR_DISSENSUS = 13
    AWG = 14
    AD_MEAN = 15
    AD_MEDIAN = 16
    SD = 17
    VARIANCE = 18
    MEAN = 19
    N = 20
    LOW = 21
    HIGH = 22


class AgreementChance(IntEnum):
    """rung_agreement_chance."""

    MEAN = 0
    Q50 = 1
    Q90 = 2
    Q95 = 3
    Q99 = 4
    AD_MEAN = 5
    AD_Q05 = 6
    AD_Q01 = 7


class Camps(IntEnum):
    """rung_camps."""

    AGREEMENT = 0
    FOUND = 1
    LOWER_POINT = 2
    LOWER_SHARE = 3
    UPPER_POINT = 4
    UPPER_SHARE = 5
    VALLEY_SHARE = 6
    N = 7


class Association(IntEnum):
    """rung_association."""

    R = 0
    LOW = 1
    HIGH = 2
    N = 3
    T = 4
    DF = 5
    P = 6


class Kendall(IntEnum):
    """rung_kendall."""

    TAU = 0
    LOW = 1
    HIGH = 2
    N = 3
    SE = 4
    Z = 5
    P = 6
    CONCORDANT = 7
    DISCORDANT = 8
    GAMMA = 9
    GAMMA_LOW = 10
    GAMMA_HIGH = 11


class Bootstrap(IntEnum):
    """rung_bootstrap."""

    ESTIMATE = 0
    BIAS = 1
    SE = 2
    PERCENTILE_LOW = 3
    PERCENTILE_HIGH = 4
    BCA_LOW = 5
    BCA_HIGH = 6
    BASIC_LOW = 7
    BASIC_HIGH = 8
    NORMAL_LOW = 9
    NORMAL_HIGH = 10
    Z0 = 11
    ACCELERATION = 12
    REPLICATES = 13
    N = 14


class Replicated(IntEnum):
    """rung_replicated."""

    MEAN = 0
    MEDIAN = 1
    SD = 2


class Careless(IntEnum):
    """rung_careless."""

    LONGSTRING = 0
    RUN_MEAN = 1
    IRV = 2
    ABSENT = 3
    ANSWERED = 4


class Pace(IntEnum):
    """rung_pace."""

    SECONDS = 0
    FAST = 1


class Change(IntEnum):
    """rung_change."""

    MEAN = 0
    N = 1
    SD_BEFORE = 2
    SD_AFTER = 3
    SD = 4
    R = 5
    SEM = 6
    SE = 7
    SMALLEST = 8
    ROSE = 9
    FELL = 10
    STAYED = 11
    SRM = 12
    EFFECT = 13
    RELIABILITY = 14


class ChangeRow(IntEnum):
    """rung_change_row."""

    INDEX = 0
    RESIDUAL = 1


class Transition(IntEnum):
    """rung_transition."""

    STAYED = 0
    ROSE = 1
    FELL = 2
    N = 3
    BOWKER = 4
    DF = 5
    P = 6


class Concordance(IntEnum):
    """rung_concordance."""

    CCC = 0
    LOW = 1
    HIGH = 2
    N = 3
    R = 4
    BIAS = 5
    RMSE = 6


class BlandAltman(IntEnum):
    """rung_bland_altman."""

    BIAS = 0
    BIAS_LOW = 1
    BIAS_HIGH = 2
    N = 3
    SD = 4
    LOWER = 5
    LOWER_LOW = 6
    LOWER_HIGH = 7
    UPPER = 8
    UPPER_LOW = 9
    UPPER_HIGH = 10


class SelfOthers(IntEnum):
    """rung_self_others."""

    AGREEING = 0
    OVER = 1
    UNDER = 2
    N = 3
    BAND = 4


class Profile(IntEnum):
    """rung_profile."""

    CORRELATION = 0
    DISTANCE = 1


class Describe(IntEnum):
    """rung_describe."""

    MEAN = 0
    N = 1
    ABSENT = 2
    VARIANCE = 3
    SD = 4
    SE = 5
    MEDIAN = 6
    TRIMMED = 7
    MAD = 8
    LEAST = 9
    GREATEST = 10
    RANGE = 11
    SKEW_1 = 12
    SKEW_2 = 13
    SKEW_3 = 14
    KURTOSIS_1 = 15
    KURTOSIS_2 = 16
    KURTOSIS_3 = 17


class Weighted(IntEnum):
    """rung_weighted."""

    MEAN = 0
    N = 1
    WEIGHT = 2
    VARIANCE_FREQUENCY = 3
    VARIANCE_POPULATION = 4
    VARIANCE_RELIABILITY = 5
    VARIANCE_DESIGN = 6
    SE = 7
    DESIGN_EFFECT = 8
    EFFECTIVE_N = 9


class Quantile(IntEnum):
    """rung_quantile."""

    TYPE_1 = 1
    TYPE_2 = 2
    TYPE_3 = 3
    TYPE_4 = 4
    TYPE_5 = 5
    TYPE_6 = 6
    TYPE_7 = 7
    TYPE_8 = 8
    TYPE_9 = 9
    INTERPOLATED = 10
    INVERSE = 11
    WEIGHTED_7 = 12
    FREQUENCY_7 = 13
    WEIGHTED_4 = 14


class Frequencies(IntEnum):
    """rung_frequencies."""

    N = 0
    ABSENT = 1
    OTHER = 2
    FIRST = 3


class ItemExam(IntEnum):
    """rung_item_exam."""

    TOTAL = 0
    REST = 1
    MEAN = 2
    SD = 3
    DISCRIMINATION = 4
    RELIABILITY = 5
    RELIABILITY_REST = 6
    N = 7


class Design(IntEnum):
    """rung_design."""

    WEIGHT = 0
    STRATUM = 1
    CLUSTER = 2
    POPULATION = 3
    CLUSTER_2 = 4
    POPULATION_2 = 5
    DOMAIN = 6
    MARGIN = 8


class Lonely(IntEnum):
    """rung_lonely."""

    FAIL = 0
    CERTAINTY = 1
    REMOVE = 2
    ADJUST = 3
    AVERAGE = 4


class Survey(IntEnum):
    """rung_survey."""

    ESTIMATE = 0
    SE = 1
    LOW = 2
    HIGH = 3
    DF = 4
    N = 5
    WEIGHT = 6
    NORMAL_LOW = 7
    NORMAL_HIGH = 8
    DESIGN_EFFECT = 9
    DESIGN_EFFECT_REPLACED = 10
    KISH = 11
    KISH_N = 12
    EFFECTIVE_N = 13
    ADJUSTED_N = 14
    P = 15


class SurveyShare(IntEnum):
    """rung_survey_share."""

    ESTIMATE = 0
    SE = 1
    LOGIT_LOW = 2
    LOGIT_HIGH = 3
    BETA_LOW = 4
    BETA_HIGH = 5
    DF = 6
    N = 7
    EFFECTIVE_N = 8
    ADJUSTED_N = 9


class SurveyQuantile(IntEnum):
    """rung_survey_quantile."""

    ESTIMATE = 0
    SE = 1
    LOW = 2
    HIGH = 3
    DF = 4
    N = 5


class Paired(IntEnum):
    """rung_paired."""

    DIFFERENCE = 0
    LOW = 1
    HIGH = 2
    N = 3
    MEAN_X = 4
    MEAN_Y = 5
    SD_X = 6
    SD_Y = 7
    SD = 8
    SE = 9
    T = 10
    DF = 11
    P = 12
    R = 13
    D_Z = 14
    D_Z_LOW = 15
    D_Z_HIGH = 16
    J = 17
    G_Z = 18
    G_Z_LOW = 19
    G_Z_HIGH = 20
    D_AV = 21
    G_AV = 22
    D_RM = 23
    G_RM = 24
    SIGNED_RANK = 25
    SIGNED_RANK_P = 26


class Independent(IntEnum):
    """rung_independent."""

    DIFFERENCE = 0
    LOW = 1
    HIGH = 2
    N_X = 3
    N_Y = 4
    MEAN_X = 5
    MEAN_Y = 6
    SD_X = 7
    SD_Y = 8
    SE = 9
    T = 10
    DF = 11
    P = 12
    SD_POOLED = 13
    T_POOLED = 14
    DF_POOLED = 15
    P_POOLED = 16
    LOW_POOLED = 17
    HIGH_POOLED = 18
    D = 19
    D_LOW = 20
    D_HIGH = 21
    J = 22
    G = 23
    G_LOW = 24
    G_HIGH = 25
    D_SE = 26
    GLASS = 27


class Dominance(IntEnum):
    """rung_dominance."""

    DELTA = 0
    LOW = 1
    HIGH = 2
    N_X = 3
    N_Y = 4
    SE = 5
    U = 6
    P = 7
    SUPERIORITY = 8


class IccGroups(IntEnum):
    """rung_icc_groups."""

    ICC1 = 0
    ICC1_LOW = 1
    ICC1_HIGH = 2
    ICC2 = 3
    ICC2_LOW = 4
    ICC2_HIGH = 5
    UNBIASED = 6
    UNBIASED_LOW = 7
    UNBIASED_HIGH = 8
    F = 9
    DF1 = 10
    DF2 = 11
    P = 12
    BETWEEN = 13
    WITHIN = 14
    GROUPS = 15
    N = 16
    MEAN_SIZE = 17
    UNBIASED_SIZE = 18
    ETA_SQUARED = 19
    OMEGA_SQUARED = 20
    DESIGN_EFFECT = 21


class IccRaters(IntEnum):
    """rung_icc_raters."""

    _1 = 0
    _1_LOW = 1
    _1_HIGH = 2
    _2 = 3
    _2_LOW = 4
    _2_HIGH = 5
    _3 = 6
    _3_LOW = 7
    _3_HIGH = 8
    _1K = 9
    _1K_LOW = 10
    _1K_HIGH = 11
    _2K = 12
    _2K_LOW = 13
    _2K_HIGH = 14
    _3K = 15
    _3K_LOW = 16
    _3K_HIGH = 17
    F_ONE = 18
    F_ONE_DF1 = 19
    F_ONE_DF2 = 20
    F_ONE_P = 21
    F_TWO = 22
    F_TWO_DF1 = 23
    F_TWO_DF2 = 24
    F_TWO_P = 25
    F_RATERS = 26
    F_RATERS_DF1 = 27
    F_RATERS_P = 28
    BETWEEN = 29
    RATERS = 30
    RESIDUAL = 31
    WITHIN = 32
    UNIT_VARIANCE = 33
    RATER_VARIANCE = 34
    N = 35
    K = 36


class BetweenWithin(IntEnum):
    """rung_between_within."""

    R = 0
    R_BETWEEN = 1
    R_WITHIN = 2
    P_BETWEEN = 3
    P_WITHIN = 4
    ETA_BETWEEN_X = 5
    ETA_BETWEEN_Y = 6
    ETA_WITHIN_X = 7
    ETA_WITHIN_Y = 8
    N = 9
    GROUPS = 10


class Importance(IntEnum):
    """rung_importance."""

    AVERAGE = 0
    RELATIVE = 1
    ALONE = 2
    LAST = 3
    R = 4
    BETA = 5
    N = 6


class Share(IntEnum):
    """rung_share."""

    WILSON = 1
    CLOPPER_PEARSON = 2
    JEFFREYS = 3


class ShareInterval(IntEnum):
    """rung_share_interval."""

    SHARE = 0
    LOW = 1
    HIGH = 2
    SE = 3
    N = 4


class NetScore(IntEnum):
    """rung_net_score."""

    ESTIMATE = 0
    SE = 1
    LOW = 2
    HIGH = 3
    WALD_LOW = 4
    WALD_HIGH = 5
    N = 6


class AnswerMean(IntEnum):
    """rung_answer_mean."""

    MEAN = 0
    LOW = 1
    HIGH = 2
    POSTERIOR = 3
    SD = 4
    N = 5


class Norms(IntEnum):
    """rung_norms."""

    PERCENTILE = 0
    AT_OR_BELOW = 1
    BELOW = 2
    Z = 3
    T = 4
    T_NORMALISED = 5
    STANINE = 6
    STEN = 7
    STANINE_NORMALISED = 8
    STEN_NORMALISED = 9
    N = 10


class Ranks(IntEnum):
    """rung_ranks."""

    PLAIN = 0
    BLOM = 1
    TUKEY = 2
    RANKIT = 3
    VAN_DER_WAERDEN = 4


class Factoring(IntEnum):
    """rung_factoring."""

    LIKELIHOOD = 0
    MINRES = 1


class Omega(IntEnum):
    """rung_omega."""

    MODEL = 0
    OBSERVED = 1
    UNIQUE = 2
    EXTRACTED = 3
    N = 4
    IMPROPER = 5
    CHI_SQUARE = 6
    DF = 7
    P = 8
    CFI = 9
    RMSEA = 10
    SRMR = 11


class OneFactor(IntEnum):
    """rung_one_factor."""

    LOADING = 0
    UNIQUENESS = 1
    STANDARDISED = 2
    SCREE = 3


class Mahalanobis(IntEnum):
    """rung_mahalanobis."""

    D2 = 0
    DF = 1
    P = 2


class Margins(IntEnum):
    """rung_margins."""

    ITEM = 0
    PAIR = 1


class Polychoric(IntEnum):
    """rung_polychoric."""

    R = 0
    SE = 1
    LOG_LIKELIHOOD = 2
    N = 3
    CHI_SQUARE = 4
    DF = 5
    P = 6


class OrdinalAlpha(IntEnum):
    """rung_ordinal_alpha."""

    ALPHA = 0
    AVERAGE_R = 1
    LEAST_EIGENVALUE = 2
    N_LEAST = 3


class RaterWeights(IntEnum):
    """rung_rater_weights."""

    NONE = 0
    LINEAR = 1
    QUADRATIC = 2


class Kappa(IntEnum):
    """rung_kappa."""

    KAPPA = 0
    LOW = 1
    HIGH = 2
    VARIANCE = 3
    NULL_VARIANCE = 4
    Z = 5
    P = 6
    AGREEMENT = 7
    CHANCE = 8
    SAME = 9
    WITHIN_ONE = 10
    N = 11
    LEVELS = 12


class KappaLight(IntEnum):
    """rung_kappa_light."""

    KAPPA = 0
    LEAST = 1
    MOST = 2
    PAIRS = 3
    N = 4


class KappaFleiss(IntEnum):
    """rung_kappa_fleiss."""

    KAPPA = 0
    SE = 1
    Z = 2
    P = 3
    AGREEMENT = 4
    CHANCE = 5
    N = 6
    RATERS = 7


class RaterMetric(IntEnum):
    """rung_rater_metric."""

    NOMINAL = 0
    ORDINAL = 1
    INTERVAL = 2
    RATIO = 3


class Krippendorff(IntEnum):
    """rung_krippendorff."""

    ALPHA = 0
    OBSERVED = 1
    EXPECTED = 2
    PAIRED = 3
    UNITS = 4
    VALUES = 5


class Gwet(IntEnum):
    """rung_gwet."""

    AC = 0
    LOW = 1
    HIGH = 2
    SE = 3
    AGREEMENT = 4
    CHANCE = 5
    N = 6
    PAIRED = 7
    LEVELS = 8


class KendallW(IntEnum):
    """rung_kendall_w."""

    W = 0
    CHI_SQUARE = 1
    DF = 2
    P = 3
    R = 4
    N = 5


class Alpha(IntEnum):
    """rung_alpha."""

    RAW = 0
    STANDARDISED = 1
    AVERAGE_R = 2
    MEDIAN_R = 3
    VARIANCE_R = 4
    SIGNAL_NOISE = 5
    LAMBDA6 = 6
    SE = 7
    LOW = 8
    HIGH = 9
    FELDT_LOW = 10
    FELDT_HIGH = 11
    N = 12
    N_LEAST = 13
    ROWS = 14
    SCORE_MEAN = 15
    SCORE_SD = 16


class AlphaLimit(IntEnum):
    """rung_alpha_limit."""

    LOW = 0
    HIGH = 1


class AlphaItem(IntEnum):
    """rung_alpha_item."""

    ITEM_N = 0
    ITEM_MEAN = 1
    ITEM_SD = 2
    ITEM_TOTAL_R = 3
    ITEM_STANDARDISED_R = 4
    ITEM_CORRECTED_R = 5
    ITEM_REST_R = 6
    ITEM_SMC = 7
    WITHOUT_RAW = 8
    WITHOUT_STANDARDISED = 9
    WITHOUT_LAMBDA6 = 10
    WITHOUT_AVERAGE_R = 11
    WITHOUT_SIGNAL_NOISE = 12
    WITHOUT_SE = 13
    WITHOUT_VARIANCE_R = 14
    WITHOUT_MEDIAN_R = 15
    WITHOUT_N = 16


class KuderRichardson(IntEnum):
    """rung_kuder_richardson."""

    _20 = 0
    _21 = 1
    N = 2


class Scales(IntEnum):
    """rung_scales."""

    R = 0
    CORRECTED = 1


class ScaleItem(IntEnum):
    """rung_scale_item."""

    R = 0
    CORRECTED = 1


class Heterogeneity(IntEnum):
    """rung_heterogeneity."""

    MEAN = 0
    SE = 1
    TAU2 = 2
    Q = 3
    DF = 4
    P = 5
    I2 = 6
    GROUPS = 7


class Shrinkage(IntEnum):
    """rung_shrinkage."""

    MEAN = 0
    SD = 1
    SHARE = 2
    LOW = 3
    HIGH = 4
    RANK = 5
    RANK_LOW = 6
    RANK_HIGH = 7


class Halves(IntEnum):
    """rung_halves."""

    R = 0
    SPEARMAN_BROWN = 1
    FLANAGAN_RULON = 2
    N = 3


class Splits(IntEnum):
    """rung_splits."""

    LAMBDA4 = 0
    BETA = 1
    MEAN = 2
    MEDIAN = 3
    SD = 4
    COUNT = 5


class Guttman(IntEnum):
    """rung_guttman."""

    LAMBDA1 = 0
    LAMBDA2 = 1
    LAMBDA3 = 2
    LAMBDA5 = 3
    LAMBDA6 = 4
    MU0 = 5
    MU1 = 6
    MU2 = 7
    MU3 = 8


class Model(Structure):
    """rung_model, opaque."""


class Answers(Structure):
    """rung_answers, opaque."""


class Reader(Structure):
    """rung_reader, opaque."""


class Scores(Structure):
    """rung_scores, opaque."""


class Tally(Structure):
    """rung_tally, opaque."""


class View(Structure):
    """rung_view, opaque."""


class Findings(Structure):
    """rung_findings, opaque."""


class Settings(Structure):
    """rung_settings, opaque."""


class Notes(Structure):
    """rung_notes, opaque."""


class Bytes(Structure):
    """rung_bytes, opaque."""


class Error(Structure):
    """rung_error."""

    _fields_ = [
        ('status', c_int32),
        ('reserved', c_int32),
        ('row', c_int64),
        ('column', c_int64),
        ('where', c_char * 240),
        ('message', c_char * 512),
    ]


class Column(Structure):
    """rung_column."""

    _fields_ = [
        ('data', c_void_p),
        ('validity', POINTER(c_uint8)),
        ('offsets', POINTER(c_int32)),
        ('length', c_int64),
        ('validity_offset', c_int64),
        ('stride', c_ssize_t),
        ('type', c_int32),
        ('reserved', c_int32),
    ]


FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    'rung_version': (
        c_char_p,
        []),
    'rung_version_number': (
        c_uint32,
        []),
    'rung_bytes_data': (
        POINTER(c_char),
        [POINTER(Bytes)]),
    'rung_bytes_length': (
        c_size_t,
        [POINTER(Bytes)]),
    'rung_bytes_free': (
        None,
        [POINTER(Bytes)]),
    'rung_status_name': (
        c_char_p,
        [c_int32]),
    'rung_notes_count': (
        c_size_t,
        [POINTER(Notes)]),
    'rung_notes_severity': (
        c_int32,
        [POINTER(Notes), c_size_t]),
    'rung_notes_where': (
        c_char_p,
        [POINTER(Notes), c_size_t]),
    'rung_notes_text': (
        c_char_p,
        [POINTER(Notes), c_size_t]),
    'rung_notes_free': (
        None,
        [POINTER(Notes)]),
    'rung_settings_new': (
        c_int32,
        [POINTER(POINTER(Settings)), POINTER(Error)]),
    'rung_settings_set': (
        c_int32,
        [POINTER(Settings), c_int32, c_double, POINTER(Error)]),
    'rung_settings_get': (
        c_double,
        [POINTER(Settings), c_int32]),
    'rung_settings_free': (
        None,
        [POINTER(Settings)]),
    'rung_model_parse': (
        c_int32,
        [c_char_p, c_size_t, POINTER(POINTER(Model)), POINTER(Error)]),
    'rung_model_open': (
        c_int32,
        [c_char_p, POINTER(POINTER(Model)), POINTER(Error)]),
    'rung_model_builtin': (
        c_int32,
        [c_char_p, POINTER(POINTER(Model)), POINTER(Error)]),
    'rung_model_builtin_id': (
        c_char_p,
        [c_size_t]),
    'rung_model_free': (
        None,
        [POINTER(Model)]),
    'rung_model_check': (
        c_int32,
        [POINTER(Model), POINTER(POINTER(Notes)), POINTER(Error)]),
    'rung_model_compare': (
        c_int32,
        [POINTER(Model), POINTER(Model), POINTER(POINTER(Notes)), POINTER(Error)]),
    'rung_model_id': (
        c_char_p,
        [POINTER(Model)]),
    'rung_model_version': (
        c_char_p,
        [POINTER(Model)]),
    'rung_model_digest': (
        c_char_p,
        [POINTER(Model)]),
    'rung_model_source': (
        c_char_p,
        [POINTER(Model)]),
    'rung_model_rows_are_people': (
        c_int32,
        [POINTER(Model)]),
    'rung_model_count': (
        c_size_t,
        [POINTER(Model), c_int32]),
    'rung_model_part_id': (
        c_char_p,
        [POINTER(Model), c_int32, c_size_t]),
    'rung_model_part_text': (
        c_char_p,
        [POINTER(Model), c_int32, c_size_t, c_char_p]),
    'rung_model_find': (
        c_int32,
        [POINTER(Model), c_int32, c_char_p, POINTER(c_size_t)]),
    'rung_model_level_count': (
        c_size_t,
        [POINTER(Model), c_size_t]),
    'rung_model_level_id': (
        c_char_p,
        [POINTER(Model), c_size_t, c_size_t]),
    'rung_model_level_name': (
        c_char_p,
        [POINTER(Model), c_size_t, c_size_t, c_char_p, c_char_p]),
    'rung_model_range_is_exact': (
        c_int32,
        [POINTER(Model), c_size_t]),
    'rung_model_describe': (
        c_int32,
        [POINTER(Model), c_char_p, POINTER(POINTER(Bytes)), POINTER(Error)]),
    'rung_model_questionnaire': (
        c_int32,
        [POINTER(Model), c_char_p, c_int32, POINTER(POINTER(Bytes)), POINTER(Error)]),
    'rung_model_template': (
        c_int32,
        [POINTER(Model), POINTER(POINTER(Bytes)), POINTER(Error)]),
    'rung_answers_new': (
        c_int32,
        [POINTER(Model), POINTER(POINTER(Answers)), POINTER(Error)]),
    'rung_answers_bind': (
        c_int32,
        [POINTER(Answers), c_int32, c_char_p, POINTER(Column), POINTER(Error)]),
    'rung_answers_bind_arrow': (
        c_int32,
        [POINTER(Answers), c_int32, c_char_p, c_void_p, c_void_p, POINTER(Error)]),
    'rung_answers_rows': (
        c_int64,
        [POINTER(Answers)]),
    'rung_answers_free': (
        None,
        [POINTER(Answers)]),
    'rung_reader_new': (
        c_int32,
        [POINTER(Model), c_char_p, c_size_t, POINTER(Settings), POINTER(POINTER(Reader)), POINTER(Error)]),
    'rung_reader_want': (
        c_int32,
        [POINTER(Reader), c_int32, c_char_p, POINTER(Error)]),
    'rung_reader_push': (
        c_int32,
        [POINTER(Reader), c_char_p, c_size_t, POINTER(c_size_t), POINTER(Error)]),
    'rung_reader_finish': (
        c_int32,
        [POINTER(Reader), POINTER(Error)]),
    'rung_reader_take': (
        POINTER(Answers),
        [POINTER(Reader)]),
    'rung_reader_notes': (
        c_int32,
        [POINTER(Reader), POINTER(POINTER(Notes)), POINTER(Error)]),
    'rung_reader_set_aside': (
        c_int32,
        [POINTER(Reader), POINTER(POINTER(Bytes)), POINTER(Error)]),
    'rung_reader_free': (
        None,
        [POINTER(Reader)]),
    'rung_stats_standard_errors': (
        c_int32,
        [c_double, c_double, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_true_score': (
        c_double,
        [c_double, c_double, c_double]),
    'rung_stats_level_chances': (
        c_int32,
        [c_double, c_double, POINTER(c_double), c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_level_certainty': (
        c_int32,
        [POINTER(Column), POINTER(Column), POINTER(c_double), c_size_t, POINTER(c_double), c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_scores_new': (
        c_int32,
        [POINTER(Model), POINTER(Settings), POINTER(POINTER(Scores)), POINTER(Error)]),
    'rung_scores_compute': (
        c_int32,
        [POINTER(Scores), POINTER(Answers), POINTER(Error)]),
    'rung_scores_rows': (
        c_size_t,
        [POINTER(Scores)]),
    'rung_scores_measure': (
        c_int32,
        [POINTER(Scores), c_size_t, c_int32, POINTER(c_double), c_size_t]),
    'rung_scores_measure_state': (
        c_int32,
        [POINTER(Scores), c_size_t, POINTER(c_uint8), c_size_t]),
    'rung_model_rule_count': (
        c_size_t,
        [POINTER(Model), c_size_t]),
    'rung_model_rule_id': (
        c_char_p,
        [POINTER(Model), c_size_t, c_size_t]),
    'rung_model_primary_rule': (
        c_size_t,
        [POINTER(Model), c_size_t]),
    'rung_model_reading_ladder': (
        c_size_t,
        [POINTER(Model), c_size_t]),
    'rung_model_reading_measure': (
        c_size_t,
        [POINTER(Model), c_size_t]),
    'rung_scores_levels': (
        c_int32,
        [POINTER(Scores), c_size_t, c_size_t, c_int32, POINTER(c_int8), c_size_t]),
    'rung_scores_level_state': (
        c_int32,
        [POINTER(Scores), c_size_t, c_size_t, POINTER(c_uint8), POINTER(c_uint8), c_size_t]),
    'rung_scores_flip': (
        c_int32,
        [POINTER(Scores), c_size_t, c_int32, POINTER(c_double), c_size_t]),
    'rung_scores_population': (
        c_int32,
        [POINTER(Scores), c_size_t, POINTER(c_double), c_char_p, POINTER(Error)]),
    'rung_scores_chances': (
        c_int32,
        [POINTER(Scores), c_size_t, POINTER(c_double), c_size_t]),
    'rung_scores_flag': (
        c_int32,
        [POINTER(Scores), c_size_t, POINTER(c_int8), c_size_t]),
    'rung_scores_write': (
        c_int32,
        [POINTER(Scores), c_int32, POINTER(POINTER(Bytes)), POINTER(Error)]),
    'rung_state_name': (
        c_char_p,
        [c_uint8]),
    'rung_scores_free': (
        None,
        [POINTER(Scores)]),
    'rung_tally_new': (
        c_int32,
        [POINTER(Model), POINTER(c_char_p), c_size_t, c_uint32, POINTER(POINTER(Tally)), POINTER(Error)]),
    'rung_tally_add': (
        c_int32,
        [POINTER(Tally), POINTER(Answers), POINTER(Scores), POINTER(Error)]),
    'rung_tally_merge': (
        c_int32,
        [POINTER(Tally), POINTER(Tally), POINTER(Error)]),
    'rung_tally_close': (
        c_int32,
        [POINTER(Tally), c_int64, POINTER(c_uint64), POINTER(Error)]),
    'rung_tally_save': (
        c_int32,
        [POINTER(Tally), POINTER(POINTER(Bytes)), POINTER(Error)]),
    'rung_tally_load': (
        c_int32,
        [POINTER(Model), c_void_p, c_size_t, POINTER(POINTER(Tally)), POINTER(Error)]),
    'rung_tally_rows': (
        c_uint64,
        [POINTER(Tally)]),
    'rung_tally_parts': (
        c_uint32,
        [POINTER(Tally)]),
    'rung_tally_key_count': (
        c_size_t,
        [POINTER(Tally)]),
    'rung_tally_key_column': (
        c_char_p,
        [POINTER(Tally), c_size_t]),
    'rung_tally_free': (
        None,
        [POINTER(Tally)]),
    'rung_view_new': (
        c_int32,
        [POINTER(POINTER(View)), POINTER(Error)]),
    'rung_view_cut': (
        c_int32,
        [POINTER(View), POINTER(c_char_p), c_size_t, POINTER(Error)]),
    'rung_view_units': (
        c_int32,
        [POINTER(View), c_char_p, POINTER(Error)]),
    'rung_view_unit': (
        c_int32,
        [POINTER(View), c_char_p, c_char_p, c_int64, POINTER(Error)]),
    'rung_view_target': (
        c_int32,
        [POINTER(View), c_char_p, c_char_p, c_char_p, POINTER(Error)]),
    'rung_view_shown': (
        c_int32,
        [POINTER(View), c_void_p, c_size_t, POINTER(Error)]),
    'rung_view_relation': (
        c_int32,
        [POINTER(View), c_char_p, c_char_p, POINTER(Error)]),
    'rung_view_free': (
        None,
        [POINTER(View)]),
    'rung_findings_new': (
        c_int32,
        [POINTER(POINTER(Tally)), c_size_t, POINTER(View), POINTER(Settings), POINTER(POINTER(Findings)), POINTER(Error)]),
    'rung_findings_count': (
        c_size_t,
        [POINTER(Findings), c_int32]),
    'rung_findings_group': (
        c_size_t,
        [POINTER(Findings), c_int32, c_size_t]),
    'rung_findings_part': (
        c_size_t,
        [POINTER(Findings), c_int32, c_size_t]),
    'rung_findings_sub': (
        c_size_t,
        [POINTER(Findings), c_int32, c_size_t]),
    'rung_findings_row': (
        c_size_t,
        [POINTER(Findings), c_int32, c_size_t, c_size_t, c_size_t]),
    'rung_findings_parent': (
        c_size_t,
        [POINTER(Findings), c_size_t]),
    'rung_findings_key_count': (
        c_size_t,
        [POINTER(Findings), c_size_t]),
    'rung_findings_key_column': (
        c_char_p,
        [POINTER(Findings), c_size_t, c_size_t]),
    'rung_findings_key_value': (
        c_char_p,
        [POINTER(Findings), c_size_t, c_size_t]),
    'rung_findings_number': (
        c_double,
        [POINTER(Findings), c_int32, c_size_t, c_int32]),
    'rung_findings_column': (
        c_int32,
        [POINTER(Findings), c_int32, c_int32, POINTER(c_double), c_size_t]),
    'rung_findings_state': (
        c_int32,
        [POINTER(Findings), c_int32, c_size_t]),
    'rung_findings_marks': (
        c_uint32,
        [POINTER(Findings), c_int32, c_size_t]),
    'rung_findings_reason': (
        c_char_p,
        [POINTER(Findings), c_int32, c_size_t]),
    'rung_findings_figure_state': (
        c_int32,
        [POINTER(Findings), c_int32, c_size_t, c_int32]),
    'rung_findings_figure_reason': (
        c_char_p,
        [POINTER(Findings), c_int32, c_size_t, c_int32]),
    'rung_findings_notes': (
        c_int32,
        [POINTER(Findings), POINTER(POINTER(Notes)), POINTER(Error)]),
    'rung_findings_audit': (
        c_int32,
        [POINTER(Findings), POINTER(POINTER(Notes)), POINTER(Error)]),
    'rung_findings_relation_id': (
        c_char_p,
        [POINTER(Findings), c_size_t]),
    'rung_findings_relation_reading': (
        c_size_t,
        [POINTER(Findings), c_size_t, c_size_t]),
    'rung_findings_write': (
        c_int32,
        [POINTER(Findings), c_int32, c_char_p, POINTER(POINTER(Bytes)), POINTER(Error)]),
    'rung_findings_free': (
        None,
        [POINTER(Findings)]),
    'rung_stats_adjust': (
        c_int32,
        [POINTER(Column), c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_agreement_nulls': (
        c_int32,
        [c_double, c_double, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_agreement': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(Column), c_double, c_double, c_int32, POINTER(Settings), c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_agreement_chance': (
        c_int32,
        [POINTER(Column), c_size_t, c_size_t, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_camps': (
        c_int32,
        [POINTER(Column), c_double, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_pearson': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_spearman': (
        c_int32,
        [POINTER(Column), c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_kendall': (
        c_int32,
        [POINTER(Column), c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_disattenuated': (
        c_double,
        [c_double, c_double, c_double]),
    'rung_stats_bootstrap_interval': (
        c_int32,
        [c_double, POINTER(c_double), c_size_t, POINTER(c_double), c_size_t, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_bootstrap': (
        c_int32,
        [POINTER(Column), c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_careless': (
        c_int32,
        [POINTER(Column), c_size_t, c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_even_odd': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(c_uint32), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_pace': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(c_double), c_double, c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_change': (
        c_int32,
        [POINTER(Column), POINTER(c_double), c_double, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_change_rows': (
        c_int32,
        [POINTER(Column), c_double, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_transition': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(c_double), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_reverse': (
        c_int32,
        [POINTER(Column), c_double, c_double, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_pomp': (
        c_int32,
        [POINTER(Column), c_double, c_double, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_standardise': (
        c_int32,
        [POINTER(Column), c_double, c_double, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_winsorise': (
        c_int32,
        [POINTER(Column), c_double, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_row_means': (
        c_int32,
        [POINTER(Column), c_size_t, c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_concordance': (
        c_int32,
        [POINTER(Column), c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_bland_altman': (
        c_int32,
        [POINTER(Column), c_double, c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_self_others': (
        c_int32,
        [POINTER(Column), c_double, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_profiles': (
        c_int32,
        [POINTER(Column), c_size_t, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_describe': (
        c_int32,
        [POINTER(Column), c_double, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_describe_groups': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_double, c_size_t, POINTER(c_size_t), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_describe_weighted': (
        c_int32,
        [POINTER(Column), POINTER(Column), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_quantiles': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_int32, POINTER(c_double), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_frequencies': (
        c_int32,
        [POINTER(Column), POINTER(Column), POINTER(c_double), c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_item_exam': (
        c_int32,
        [POINTER(Column), c_size_t, c_int32, c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_weighted_correlation': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(Column), c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_survey_mean': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_size_t, c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_survey_total': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_size_t, c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_survey_ratio': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_size_t, c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_survey_variance': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_size_t, c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_survey_difference': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_size_t, c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_survey_kappa': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_size_t, c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_survey_covariance': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(Column), c_size_t, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_survey_share': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_size_t, c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_survey_quantile': (
        c_int32,
        [POINTER(Column), c_double, POINTER(Column), c_size_t, c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_log_gamma': (
        c_double,
        [c_double]),
    'rung_stats_normal_density': (
        c_double,
        [c_double]),
    'rung_stats_normal_cdf': (
        c_double,
        [c_double]),
    'rung_stats_normal_upper': (
        c_double,
        [c_double]),
    'rung_stats_normal_quantile': (
        c_double,
        [c_double]),
    'rung_stats_gamma_cdf': (
        c_double,
        [c_double, c_double]),
    'rung_stats_gamma_upper': (
        c_double,
        [c_double, c_double]),
    'rung_stats_gamma_quantile': (
        c_double,
        [c_double, c_double]),
    'rung_stats_beta_cdf': (
        c_double,
        [c_double, c_double, c_double]),
    'rung_stats_beta_upper': (
        c_double,
        [c_double, c_double, c_double]),
    'rung_stats_beta_quantile': (
        c_double,
        [c_double, c_double, c_double]),
    'rung_stats_chi_square_cdf': (
        c_double,
        [c_double, c_double]),
    'rung_stats_chi_square_upper': (
        c_double,
        [c_double, c_double]),
    'rung_stats_chi_square_quantile': (
        c_double,
        [c_double, c_double]),
    'rung_stats_t_cdf': (
        c_double,
        [c_double, c_double]),
    'rung_stats_t_upper': (
        c_double,
        [c_double, c_double]),
    'rung_stats_t_quantile': (
        c_double,
        [c_double, c_double]),
    'rung_stats_f_cdf': (
        c_double,
        [c_double, c_double, c_double]),
    'rung_stats_f_upper': (
        c_double,
        [c_double, c_double, c_double]),
    'rung_stats_f_quantile': (
        c_double,
        [c_double, c_double, c_double]),
    'rung_stats_noncentral_t_cdf': (
        c_double,
        [c_double, c_double, c_double]),
    'rung_stats_noncentral_t_quantile': (
        c_double,
        [c_double, c_double, c_double]),
    'rung_stats_noncentral_t_delta': (
        c_double,
        [c_double, c_double, c_double]),
    'rung_stats_bivariate_normal_cdf': (
        c_double,
        [c_double, c_double, c_double]),
    'rung_stats_paired': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_independent': (
        c_int32,
        [POINTER(Column), POINTER(Column), POINTER(Column), POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_part': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_dominance': (
        c_int32,
        [POINTER(Column), POINTER(Column), POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_groups': (
        c_int32,
        [POINTER(Column), POINTER(c_size_t), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_icc_groups': (
        c_int32,
        [POINTER(Column), POINTER(Column), POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_icc_mean_reliability': (
        c_int32,
        [c_double, POINTER(Column), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_icc_raters': (
        c_int32,
        [POINTER(Column), c_size_t, c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_between_within': (
        c_int32,
        [POINTER(Column), POINTER(Column), POINTER(Column), c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_importance': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(Column), c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_share_interval': (
        c_int32,
        [c_double, c_double, c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_korn_graubard_n': (
        c_double,
        [c_double, c_double, c_double, POINTER(Settings)]),
    'rung_stats_goodman': (
        c_int32,
        [POINTER(c_double), c_size_t, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_net_score': (
        c_int32,
        [c_double, c_double, c_double, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_answer_mean': (
        c_int32,
        [POINTER(c_double), POINTER(c_double), c_size_t, c_double, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_norms': (
        c_int32,
        [POINTER(Column), POINTER(Column), POINTER(c_double), c_size_t, c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_ranks': (
        c_int32,
        [POINTER(Column), c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_omega': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(Column), c_int32, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_one_factor': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(Column), c_int32, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_mahalanobis': (
        c_int32,
        [POINTER(Column), c_size_t, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_polychoric_pair': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_polychoric': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(Column), c_int32, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_thresholds': (
        c_int32,
        [POINTER(Column), POINTER(Column), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_ordinal_alpha': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(Column), c_int32, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_kappa': (
        c_int32,
        [POINTER(Column), POINTER(Column), c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_kappa_table': (
        c_int32,
        [POINTER(Column), c_size_t, c_int32, POINTER(Column), POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_kappa_light': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(Column), c_int32, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_kappa_fleiss': (
        c_int32,
        [POINTER(Column), c_size_t, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_kappa_fleiss_counts': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_krippendorff': (
        c_int32,
        [POINTER(Column), c_size_t, c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_gwet': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(Column), c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_kendall_w': (
        c_int32,
        [POINTER(Column), c_size_t, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_alpha': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(Column), c_int32, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_alpha_from_matrix': (
        c_int32,
        [POINTER(c_double), c_size_t, c_double, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_alpha_interval': (
        c_int32,
        [c_double, c_size_t, c_double, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_alpha_items': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(Column), c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_kuder_richardson': (
        c_int32,
        [POINTER(Column), c_size_t, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_covariance_matrix': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(Column), c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_correlation_from_covariance': (
        c_int32,
        [POINTER(c_double), c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_spearman_brown': (
        c_double,
        [c_double, c_double]),
    'rung_stats_spearman_brown_length': (
        c_double,
        [c_double, c_double]),
    'rung_stats_scales': (
        c_int32,
        [POINTER(c_double), c_size_t, POINTER(c_int8), c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_scale_items': (
        c_int32,
        [POINTER(c_double), c_size_t, POINTER(c_int8), c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_heterogeneity': (
        c_int32,
        [POINTER(Column), POINTER(Column), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_shrinkage': (
        c_int32,
        [POINTER(Column), POINTER(Column), POINTER(Settings), c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_halves': (
        c_int32,
        [POINTER(Column), c_size_t, POINTER(c_uint8), POINTER(Column), c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_splits': (
        c_int32,
        [POINTER(c_double), c_size_t, POINTER(Settings), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_guttman': (
        c_int32,
        [POINTER(c_double), c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_poststratify': (
        c_int32,
        [POINTER(Column), POINTER(Column), POINTER(Column), POINTER(Column), POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_rake': (
        c_int32,
        [POINTER(Column), POINTER(Column), POINTER(Column), POINTER(Column), c_size_t, POINTER(c_double), c_size_t, POINTER(Error)]),
    'rung_stats_trim_weights': (
        c_int32,
        [POINTER(Column), c_double, c_double, c_int32, POINTER(c_double), c_size_t, POINTER(Error)]),
}
