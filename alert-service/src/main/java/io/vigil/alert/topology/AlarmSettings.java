package io.vigil.alert.topology;

import io.vigil.alert.rule.LifeCycle;
import io.vigil.alert.rule.Rules;
import java.time.Duration;

/**
 * By what alarms are told.
 *
 * @param rules how values and silences are judged
 * @param lifeCycle what happens to alarms that stay
 * @param heartbeatEvery how often each partition says that it is watched
 */
public record AlarmSettings(Rules rules, LifeCycle lifeCycle, Duration heartbeatEvery) {}
