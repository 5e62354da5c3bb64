package egov.kiosk.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.help.HelpCall;
import egov.kiosk.domain.help.HelpState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HelpReportTest {
  @Test
  void everyState_goesAtOnceAsTheContractHasIt() throws Exception {
    Kiosk kiosk = new Kiosk();
    HelpReport report = new HelpReport(kiosk, "zj-hz-000001");
    Instant called = Instant.parse("2026-11-22T01:00:00.123456Z");
    HelpCall call = new HelpCall("0123456789abcdef", HelpState.CALLING, called, called, "", "form");
    for (HelpState state : HelpState.values()) {
      assertTrue(report.tell(call.now(state, called)).toCompletableFuture().get());
    }
    assertEquals(HelpState.values().length, kiosk.sent.size());
    new Contract().check(kiosk.sent);
  }
}
