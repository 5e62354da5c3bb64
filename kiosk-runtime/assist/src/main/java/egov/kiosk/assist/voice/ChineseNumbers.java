package egov.kiosk.assist.voice;

/** Numbers in Chinese characters, as they are said. */
final class ChineseNumbers {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String[] PLACES = {"", "十", "百", "千"};

  private ChineseNumbers() {}

  /** Digit by digit, 1 as 幺; anything else stays as it is. */
  static String digits(String text) {
    return oneByOne(text).replace('一', '幺');
  }

  /** Digit by digit, 1 as 一, as years are said. */
  static String oneByOne(String text) {
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char digit = text.charAt(i);
      said.append(digit >= '0' && digit <= '9' ? DIGITS.charAt(digit - '0') : digit);
    }
    return said.toString();
  }

  /** A whole number of at most eight digits, as an amount: 230 is 二百三十. */
  static String amount(String text) {
    int number = Integer.parseInt(text);
    if (number == 0) {
      return "零";
    }
    int high = number / 10_000;
    int low = number % 10_000;
    String said = high == 0 ? "" : below(high) + "万";
    if (high > 0 && low > 0 && low < 1000) {
      said += "零";
    }
    return said + (low == 0 ? "" : below(low));
  }

  private static String below(int number) {
    String text = Integer.toString(number);
    StringBuilder said = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit == 0) {
        gap = said.length() > 0;
        continue;
      }
      if (gap) {
        said.append('零');
        gap = false;
      }
      said.append(DIGITS.charAt(digit)).append(PLACES[text.length() - 1 - i]);
    }
    return said.toString().replaceFirst("^一十", "十");
  }

  /** An amount of money in yuan with at most two decimals: 230.50 is 二百三十元五角. */
  static String money(String yuan) {
    int point = yuan.indexOf('.');
    String whole = point < 0 ? yuan : yuan.substring(0, point);
    String cents = point < 0 ? "" : (yuan.substring(point + 1) + "00").substring(0, 2);
    StringBuilder said = new StringBuilder(amount(whole)).append('元');
    if (cents.isEmpty() || cents.equals("00")) {
      return said.toString();
    }
    if (cents.charAt(0) != '0') {
      said.append(amount(cents.substring(0, 1))).append('角');
    } else {
      said.append('零');
    }
    if (cents.charAt(1) != '0') {
      said.append(amount(cents.substring(1))).append('分');
    }
    return said.toString();
  }
}
