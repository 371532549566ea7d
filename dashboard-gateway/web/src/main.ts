import './styles/base.css';
import './elements/app';
