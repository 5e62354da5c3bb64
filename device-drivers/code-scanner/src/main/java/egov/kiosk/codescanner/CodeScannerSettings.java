package egov.kiosk.codescanner;

import egov.kiosk.codescanner.code.CodeRule;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.link.LinkAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;

/**
 * How a scanner is attached and what it may bring; immutable.
 *
 * @param address where it is
 * @param endsWithLine whether each code ends with CR, LF or both; else a pause ends it
 * @param rules what a code of each kind looks like; that on our own slips is known
 * @param lifetime how long a code is kept at most, then it is overwritten
 */
public record CodeScannerSettings(
    LinkAddress address, boolean endsWithLine, Map<CodeKind, CodeRule> rules, Duration lifetime) {
  public CodeScannerSettings {
    Objects.requireNonNull(address, "address");
    rules = Map.copyOf(rules);
    if (!rules.keySet().containsAll(EnumSet.complementOf(EnumSet.of(CodeKind.SLIP)))) {
      throw new IllegalArgumentException("every kind of token has its rule");
    }
    if (lifetime.isNegative() || lifetime.isZero() || lifetime.toSeconds() > 60) {
      throw new IllegalArgumentException("a code is kept at most 60 s");
    }
  }
}
