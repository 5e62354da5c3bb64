package egov.kiosk.domain.transaction;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where a payment goes on (扫码缴费): the kiosk takes no money and knows no amount; it shows a code
 * that opens the collecting office's own page on the citizen's telephone.
 *
 * @param url what the code holds: https, at most 200 characters of ASCII, with {@code {number}}
 *     once where the transaction's number goes
 * @param payee who collects, as the citizen knows it; 1 to 30 characters
 * @param payeeEnglish the same in English, may be empty
 */
public record PaymentHandover(String url, String payee, String payeeEnglish) {
  /** Stands for the transaction's number. */
  public static final String NUMBER = "{number}";

  private static final int LONGEST_URL = 200;
  private static final int LONGEST_PAYEE = 30;
  private static final Pattern PLAIN =
      Pattern.compile("https://[a-z0-9.-]{3,100}(:[0-9]{2,5})?/[A-Za-z0-9._~/?&=%+-]*");

  public PaymentHandover {
    Objects.requireNonNull(payee, "payee");
    Objects.requireNonNull(payeeEnglish, "payeeEnglish");
    int at = url.indexOf(NUMBER);
    if (at < 0 || url.length() > LONGEST_URL || !PLAIN.matcher(filled(url, at, "0")).matches()) {
      throw new IllegalArgumentException(
          "a payment's url is https://host/…, plain ASCII, with {number} once");
    }
    if (payee.isBlank() || payee.length() > LONGEST_PAYEE) {
      throw new IllegalArgumentException("a payee has 1 to 30 characters");
    }
  }

  /** A payee without an English name. */
  public PaymentHandover(String url, String payee) {
    this(url, payee, "");
  }

  /** What the code holds for this transaction. */
  public String urlFor(String number) {
    if (!number.matches("[A-Za-z0-9-]{1,64}")) {
      throw new IllegalArgumentException("a number is letters, digits and hyphens");
    }
    return filled(url, url.indexOf(NUMBER), number);
  }

  private static String filled(String url, int at, String number) {
    return url.substring(0, at) + number + url.substring(at + NUMBER.length());
  }
}
