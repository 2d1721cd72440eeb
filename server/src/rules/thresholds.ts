import type { Localized } from '../reference/entry';

/** From how much on something is worth a word, where no RFC says it: a matter of taste, so a setting. */
export interface Threshold {
  /** A whole number, at least 1. */
  readonly default: number;
  readonly meaning: Localized;
}

/** Every threshold by its name in the settings. */
export const THRESHOLDS = {
  slowReply: {
    default: 10,
    meaning: {
      en: 'Seconds that a server may take for any reply without being called slow.',
      'zh-cn': '服务器回复在此秒数之内从不视为缓慢。',
    },
  },
  slowCommand: {
    default: 30,
    meaning: {
      en: 'Seconds that a client may take for any command without being called slow.',
      'zh-cn': '客户端在此秒数之内发出命令从不视为缓慢。',
    },
  },
  slowTimes: {
    default: 10,
    meaning: {
      en: 'How many times the session’s median a step takes to be called slow.',
      'zh-cn': '一步所用时间达到本会话中位数的多少倍才视为缓慢。',
    },
  },
  slowNeighbours: {
    default: 4,
    meaning: {
      en: 'How many other steps must have a time before one is called slow beside them.',
      'zh-cn': '至少有多少个其他步骤带有时间，才能相比之下称某一步缓慢。',
    },
  },
  repeatedLogins: {
    default: 2,
    meaning: {
      en: 'Refused logins by one mechanism in a session that are worth a word.',
      'zh-cn': '同一会话中同一机制被拒绝多少次登录才值得提示。',
    },
  },
  passwordGuesses: {
    default: 5,
    meaning: {
      en: 'Refused logins in a session that look like guessing, not mistyping.',
      'zh-cn': '同一会话中被拒绝多少次登录视为猜测而非输错。',
    },
  },
  unknownUsers: {
    default: 10,
    meaning: {
      en: 'Unknown users one after the other that look like a search, not a list with dead addresses.',
      'zh-cn': '接连多少个不存在的用户视为试探，而非列表中的失效地址。',
    },
  },
  foreignDomains: {
    default: 2,
    meaning: {
      en: 'Foreign domains whose recipients are accepted without AUTH that make a server look like a relay, not their MX.',
      'zh-cn': '未经 AUTH 就接受多少个外部域的收件人，才看似转发服务器而非这些域的 MX。',
    },
  },
  sizeMoreTimes: {
    default: 2,
    meaning: {
      en: 'How many times the declared SIZE may be sent.',
      'zh-cn': '实际发送可达声明 SIZE 的多少倍。',
    },
  },
  sizeMoreOctets: {
    default: 1024,
    meaning: {
      en: 'How many octets more than the declared SIZE may be sent, whatever the ratio.',
      'zh-cn': '无论倍数，实际发送可比声明的 SIZE 多出多少八位字节。',
    },
  },
  // Larger, for people shorten messages before they show a log.
  sizeLessTimes: {
    default: 10,
    meaning: {
      en: 'How many times the octets sent the declared SIZE may be.',
      'zh-cn': '声明的 SIZE 可达实际发送的多少倍。',
    },
  },
  sizeLessOctets: {
    default: 10_240,
    meaning: {
      en: 'How many octets more than sent the declared SIZE may be, whatever the ratio.',
      'zh-cn': '无论倍数，声明的 SIZE 可比实际发送多出多少八位字节。',
    },
  },
} as const satisfies Record<string, Threshold>;

export type ThresholdName = keyof typeof THRESHOLDS;
export type Thresholds = Readonly<Record<ThresholdName, number>>;

export const THRESHOLD_NAMES = Object.keys(THRESHOLDS) as readonly ThresholdName[];

export const DEFAULT_THRESHOLDS: Thresholds = thresholdsOf((name) => THRESHOLDS[name].default);

/** All thresholds, each with the value that `read` gives it. */
export function thresholdsOf(read: (name: ThresholdName) => number): Thresholds {
  return Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, read(name)])) as Record<ThresholdName, number>;
}

/** Whether a setting can be a threshold. */
export function isThreshold(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
