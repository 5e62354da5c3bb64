package egov.kiosk.kurabridge;

/**
 * A mark without methods: a service while every bundle of ours is there. In packages for this
 * framework our components wait for it, so that all of them come up on one thread.
 */
public interface Gate {}
