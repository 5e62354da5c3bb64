package egov.kiosk.localapi;

import egov.kiosk.flow.desk.CitizenDesk;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What stands behind the API.
 *
 * @param citizen the citizen's desk, once it is open
 * @param technicians what technicians may ask
 * @param assistance speech and handwriting
 */
record Desks(
    Supplier<Optional<CitizenDesk>> citizen, Technicians technicians, Assistance assistance) {}
