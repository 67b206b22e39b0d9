import FullCalendar, { type CalendarRef } from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import esLocale from '@fullcalendar/react/locales/es';
import classicThemePlugin from '@fullcalendar/react/themes/classic';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import { useEffect, useRef } from 'react';
import { useKeys, useText } from '../../../app/index.ts';
import { type Block, MORNING_HOURS } from './calendar-events.ts';

type CalendarProps = {
  readonly span: 'week' | 'month';
  /** `YYYY-MM-DD` of a day in view. */
  readonly date: string;
  /** The company's wall clock now, without a zone. */
  readonly nowField: string;
  readonly blocks: readonly Block[];
  /** Days were drawn over with the mouse: the first and the one after the last, `YYYY-MM-DD`. */
  readonly onDraw: (first: string, after: string) => void;
};

/** The final schedule as week or month. All times are wall-clock texts of the company's zone, so none is converted here. */
export function ScheduleCalendar({ span, date, nowField, blocks, onDraw }: CalendarProps) {
  const { language } = useText();
  const calendar = useRef<CalendarRef>(null);
  useEffect(() => {
    // After the commit: the calendar draws synchronously and React forbids that inside a render.
    queueMicrotask(() => calendar.current?.getApi().gotoDate(date));
  }, [date]);
  // What was let go with Escape while the button was still down is not covered when it comes up.
  const isLetGo = useRef(false);
  useKeys({
    escape: () => {
      isLetGo.current = true;
      calendar.current?.getApi().unselect();
    },
  });
  return (
    <div
      className={`schedule schedule-${span}`}
      onPointerDown={() => {
        isLetGo.current = false;
      }}
    >
      <FullCalendar
        key={`${span} ${language}`}
        ref={calendar}
        plugins={[dayGridPlugin, interactionPlugin, classicThemePlugin]}
        initialView={span === 'week' ? 'dayGridWeek' : 'dayGridMonth'}
        initialDate={date}
        now={nowField}
        timeZone="UTC"
        locales={[esLocale]}
        locale={language}
        firstDay={1}
        height="auto"
        headerToolbar={false}
        events={blocks.map((block) => ({ ...block }))}
        eventOrder="rank,title"
        eventDisplay="block"
        displayEventTime={false}
        nextDayThreshold={{ hours: MORNING_HOURS }}
        dayMaxEvents={span === 'month' ? 9 : false}
        selectable
        select={(drawn) => {
          calendar.current?.getApi().unselect();
          if (!isLetGo.current) onDraw(drawn.startStr.slice(0, 10), drawn.endStr.slice(0, 10));
        }}
        eventDidMount={(info) => {
          const { cost } = info.event.extendedProps;
          info.el.title = `${info.event.title}${typeof cost === 'string' && cost ? `. ${cost}` : ''}`;
        }}
      />
    </div>
  );
}
