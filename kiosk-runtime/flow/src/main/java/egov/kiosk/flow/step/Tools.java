package egov.kiosk.flow.step;

import egov.kiosk.flow.help.HelpBell;
import egov.kiosk.flow.session.Floor;
import egov.kiosk.flow.surroundings.Ports;
import egov.kiosk.flow.surroundings.Settings;
import egov.kiosk.flow.surroundings.Ticker;
import egov.kiosk.flow.surroundings.Worker;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What every step works with.
 *
 * @param ports the rooms and devices
 * @param settings what the technician set, as it is now
 * @param clock the wall clock
 * @param ticker time that only goes forward
 * @param worker where device work is done
 * @param floor the way back from there
 * @param journey the way from page to page
 * @param bell the call for help
 */
public record Tools(
    Ports ports,
    Supplier<Settings> settings,
    InstantSource clock,
    Ticker ticker,
    Worker worker,
    Floor floor,
    Journey journey,
    HelpBell bell) {
  /** Who tells how long it took. */
  Trail trail() {
    return journey.trail();
  }
}
