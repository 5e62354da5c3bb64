package egov.kiosk.launcher.port;

/**
 * A mark without methods: registered as a service when every bundle was started and the screens are
 * served, and gone when the runtime stops.
 */
public interface Served {}
