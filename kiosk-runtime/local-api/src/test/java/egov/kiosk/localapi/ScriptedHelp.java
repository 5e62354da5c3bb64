package egov.kiosk.localapi;

import egov.kiosk.domain.help.HelpState;
import egov.kiosk.flow.desk.HelpDesk;
import egov.kiosk.flow.desk.HelpView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bell that records who rang it; the PIN of everybody is 246810. */
final class ScriptedHelp implements HelpDesk {
  final List<String> heard = new CopyOnWriteArrayList<>();
  volatile HelpView view;

  @Override
  public void call() {
    heard.add("call");
    view =
        new HelpView(
            HelpState.CALLING, "2026-11-23T00:42:00Z", "2026-11-23T00:42:00Z", 0, "", true, "");
  }

  @Override
  public void cancel() {
    heard.add("cancel");
    view = null;
  }

  @Override
  public boolean attended(String badge, String pin) {
    heard.add("attended " + badge);
    return pin.equals("246810");
  }

  @Override
  public Optional<String> answered(String call, int minutes) {
    return Optional.of("not scripted");
  }

  @Override
  public Optional<String> closed(String call) {
    return Optional.of("not scripted");
  }
}
